#include "bindings/errors.hpp"
#include "support/os.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace py = pybind11;
using namespace py::literals;

namespace mvr::bindings {
namespace {

struct HeldFile {
    std::unique_ptr<os::AppendFile> file; ///< nothing once it was released
};

/// Nothing if another open file, of any process on this machine, has the lock.
std::optional<HeldFile> hold_file(const std::string &path)
{
    auto opened = os::open_append_locked(path);
    if (!opened && opened.error().code == Errc::locked) return std::nullopt;
    return HeldFile{unwrap(std::move(opened))};
}

} // namespace

void init_private_files(py::module_ &module)
{
    py::class_<HeldFile>(module, "HeldFile", "The exclusive lock of a file that is there.")
        .def(
            "release", [](HeldFile &self) { self.file.reset(); },
            "Give the lock up, as the end of the process does; calling it twice is fine.");
    module.def("hold_file", &hold_file, "path"_a,
               R"doc(Take the exclusive lock of the file *path* without waiting.

None if another program, or this one, has it already. Raises StorageUnavailable if the file is not
there or cannot be opened.
)doc");
    module.def(
        "make_private_folder",
        [](const std::string &path) { unwrap(os::make_private_folder(path)); }, "path"_a,
        R"doc(Make the folder *path*, and its parents, for this user only; one that is there stays.

On Windows by an access list, which ``os.mkdir`` does not give. Raises StorageUnavailable.
)doc");
    module.def(
        "make_private", [](const std::string &path) { unwrap(os::make_private(path)); }, "path"_a,
        R"doc(Let this user only read and write the file *path*, which is there.

Raises StorageUnavailable.
)doc");
}

} // namespace mvr::bindings
