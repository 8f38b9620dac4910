#include "bindings/errors.hpp"

#include <pybind11/eval.h>

#include <array>
#include <map>
#include <string>

namespace py = pybind11;

namespace mvr::bindings {
namespace {

struct Class {
    Errc code;
    const char *name;
};

constexpr std::array classes = {
    Class{Errc::invalid_argument, "BadArgument"},
    Class{Errc::not_found, "NotFound"},
    Class{Errc::conflict, "Conflict"},
    Class{Errc::unsupported, "Unsupported"},
    Class{Errc::busy, "Busy"},
    Class{Errc::shutting_down, "ShuttingDown"},
    Class{Errc::storage_unavailable, "StorageUnavailable"},
    Class{Errc::locked, "Locked"},
    Class{Errc::tampered, "Tampered"},
    Class{Errc::unauthorized, "Unauthorized"},
    Class{Errc::limit_exceeded, "LimitExceeded"},
    Class{Errc::internal, "Internal"},
};

// Python keeps the module, and with it these classes, until the process ends.
std::map<Errc, PyObject *> &exception_types()
{
    static std::map<Errc, PyObject *> types;
    return types;
}

void raise(const Error &error)
{
    const auto found = exception_types().find(error.code);
    const py::handle type(found == exception_types().end() ? PyExc_RuntimeError : found->second);
    const py::object instance = type(error.message, error.field, error.remedy);
    PyErr_SetObject(type.ptr(), instance.ptr());
}

constexpr auto base_class = R"py(
class MallocVrError(Exception):
    """Something was refused.

    Attributes:
        code: As MCP clients see it, for example "VALIDATION_ERROR".
        message: What is wrong, one sentence.
        field: JSON path of the offending argument; may be empty.
        remedy: What to do about it; may be empty.
    """

    code: str = "SERVER_ERROR"

    def __init__(self, message: str = "", field: str = "", remedy: str = "") -> None:
        super().__init__(message, field, remedy)

    @property
    def message(self) -> str:
        return self.args[0]

    @property
    def field(self) -> str:
        return self.args[1]

    @property
    def remedy(self) -> str:
        return self.args[2]

    def __str__(self) -> str:
        where = f" ({self.field})" if self.field else ""
        return f"{self.message.rstrip('.')}{where}. {self.remedy}".rstrip(". ") + "."
)py";

} // namespace

void init_errors(py::module_ &module)
{
    py::dict scope;
    scope["__name__"] = module.attr("__name__");
    scope["__builtins__"] = py::module_::import("builtins");
    py::exec(base_class, scope);
    const py::object base = scope["MallocVrError"];
    module.attr("MallocVrError") = base;
    const py::object make = py::module_::import("builtins").attr("type");
    for (const auto &[code, name] : classes) {
        py::dict body;
        body["code"] = std::string(client_code(code));
        body["__module__"] = module.attr("__name__");
        py::object type = make(name, py::make_tuple(base), body);
        module.attr(name) = type;
        exception_types()[code] = type.release().ptr();
    }
    py::register_local_exception_translator([](std::exception_ptr pointer) {
        try {
            if (pointer) std::rethrow_exception(pointer);
        } catch (const Failure &failure) {
            raise(failure.error());
        }
    });
}

Errc errc_from(std::string_view code)
{
    for (const auto &entry : classes) {
        if (client_code(entry.code) == code) return entry.code;
    }
    return Errc::internal;
}

} // namespace mvr::bindings
