#include "bindings/errors.hpp"

#include "support/log.hpp"

#include <pybind11/eval.h>

#include <map>
#include <string>

namespace py = pybind11;

namespace mvr::bindings {
namespace {

// Python keeps the module, and with it these classes, until the process ends.
std::map<Errc, PyObject *> &exception_types()
{
    static std::map<Errc, PyObject *> types;
    return types;
}

void raise(const Error &error)
{
    const py::object instance = exception_of(error);
    PyErr_SetObject(py::type::of(instance).ptr(), instance.ptr());
}

constexpr auto base_class = R"py(
class MallocVrError(Exception):
    """Something was not done.

    Attributes:
        code: As MCP clients see it, for example "VALIDATION_ERROR".
        is_user_error: Whether the person can mend it by doing something else.
        message: What is wrong, one sentence.
        field: JSON path of the offending argument; may be empty.
        remedy: What to do about it; may be empty.
    """

    code: str = "SERVER_ERROR"
    is_user_error: bool = False

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
    for (const ErrorKind &kind : error_kinds()) {
        py::dict body;
        body["code"] = std::string(kind.client_code);
        body["is_user_error"] = kind.is_user_error;
        body["__module__"] = module.attr("__name__");
        const std::string name(kind.python_class);
        py::object type = make(name, py::make_tuple(base), body);
        module.attr(name.c_str()) = type;
        exception_types()[kind.code] = type.release().ptr();
    }
    py::register_local_exception_translator([](std::exception_ptr pointer) {
        try {
            if (pointer) std::rethrow_exception(pointer);
        } catch (const Failure &failure) {
            raise(failure.error());
        }
    });
}

py::object exception_of(const Error &error)
{
    const auto found = exception_types().find(error.code);
    const py::handle type(found == exception_types().end() ? PyExc_RuntimeError : found->second);
    return type(error.message, error.field, error.remedy);
}

Error error_of(const py::error_already_set &raised)
{
    for (const auto &[code, type] : exception_types()) {
        if (!raised.matches(type)) continue;
        const py::object error = raised.value();
        const auto text = [&](const char *name) { return error.attr(name).cast<std::string>(); };
        return {code, text("message"), text("field"), text("remedy")};
    }
    return {Errc::internal, raised.what(), "", report_remedy()};
}

} // namespace mvr::bindings
