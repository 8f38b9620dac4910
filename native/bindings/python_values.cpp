#include "bindings/python_values.hpp"

#include "support/json.hpp"
#include "support/json_path.hpp"

#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace py = pybind11;

namespace mvr::bindings {
namespace {

// Python keeps the module, and with it these classes, until the process ends.
std::map<std::string, PyObject *, std::less<>> &dataclasses()
{
    static std::map<std::string, PyObject *, std::less<>> by_name;
    return by_name;
}

py::handle dataclass_of(std::string_view name)
{
    const auto found = dataclasses().find(name);
    return found == dataclasses().end() ? nullptr : found->second;
}

class PythonSink : public ValueSink {
  public:
    void null() override { add(py::none()); }
    void absent() override
    {
        if (open_.back().made)
            add(py::none());
        else
            open_.back().name = {};
    }
    void boolean(bool value) override { add(py::bool_(value)); }
    void integer(std::int64_t value) override { add(py::int_(value)); }
    void number(double value) override { add(py::float_(value)); }
    void text(std::string_view value) override
    {
        // What a file or a client gave may be cut within a character.
        add(py::reinterpret_steal<py::object>(
            PyUnicode_DecodeUTF8(value.data(), static_cast<py::ssize_t>(value.size()), "replace")));
    }
    void begin_list() override { open_.push_back({py::list(), {}, {}}); }
    void begin_map() override { open_.push_back({py::dict(), {}, {}}); }
    void begin_struct(std::string_view type) override
    {
        const py::handle kind = dataclass_of(type);
        if (!kind) return begin_map();
        // Past __init__, which would check nothing and sets a frozen object's members one by one.
        py::object made = kind.attr("__new__")(kind);
        py::object members = made.attr("__dict__");
        open_.push_back({std::move(members), {}, std::move(made)});
    }
    void member(std::string_view name) override
    {
        PyObject *key =
            PyUnicode_FromStringAndSize(name.data(), static_cast<py::ssize_t>(name.size()));
        if (key == nullptr) throw py::error_already_set();
        PyUnicode_InternInPlace(&key);
        open_.back().name = py::reinterpret_steal<py::object>(key);
    }
    void end() override
    {
        Open ended = std::move(open_.back());
        open_.pop_back();
        if (ended.made)
            add(std::move(ended.made));
        else if (py::isinstance<py::list>(ended.holds) && !open_.empty() && open_.back().made)
            add(py::tuple(ended.holds)); // a dataclass does not change
        else
            add(std::move(ended.holds));
    }

    py::object take() { return std::move(whole_); }

  private:
    struct Open {
        py::object holds; ///< a list, or the dict of a map or of an object's members
        py::object name;  ///< of the member that comes next
        py::object made;  ///< the object whose members they are
    };

    void add(py::object value)
    {
        if (open_.empty())
            whole_ = std::move(value);
        else if (open_.back().name)
            open_.back().holds[std::exchange(open_.back().name, {})] = value;
        else
            py::reinterpret_borrow<py::list>(open_.back().holds).append(value);
    }

    std::vector<Open> open_;
    py::object whole_;
};

[[noreturn]] void reject(const JsonPath &path, const std::string &why)
{
    std::string field = path.text();
    const std::string subject = field.empty() ? "the value" : "'" + field + "'";
    throw Failure({Errc::invalid_argument, subject + " " + why, std::move(field), ""});
}

std::string_view text_of(py::handle text, const JsonPath &path)
{
    py::ssize_t size = 0;
    const char *bytes = PyUnicode_AsUTF8AndSize(text.ptr(), &size);
    if (bytes != nullptr) return {bytes, static_cast<std::size_t>(size)};
    PyErr_Clear();
    reject(path, "is not valid Unicode");
}

/// Walks a value of Python; `depth` is how deep it stands.
class Reader {
  public:
    explicit Reader(ValueTape &tape) : tape_(tape) {}

    void read(py::handle value, const JsonPath &path, std::size_t depth)
    {
        if (depth > json_depth_limit)
            reject(path, "is nested deeper than " + std::to_string(json_depth_limit) + " levels");
        PyObject *object = value.ptr();
        if (value.is_none())
            tape_.null();
        else if (PyBool_Check(object))
            tape_.boolean(object == Py_True);
        else if (PyLong_Check(object))
            read_integer(object, path);
        else if (PyFloat_Check(object))
            read_number(object, path);
        else if (PyUnicode_Check(object))
            tape_.text(text_of(value, path));
        else if (PyDict_Check(object))
            read_members(value, {}, path, depth);
        else if (PyList_Check(object) || PyTuple_Check(object) || PyAnySet_Check(object))
            read_items(value, path, depth);
        else if (py::hasattr(py::type::of(value), "__dataclass_fields__"))
            read_members(value.attr("__dict__"), py::type::of(value), path, depth);
        else
            reject(path, "is no value that JSON has: " + std::string(Py_TYPE(object)->tp_name));
    }

  private:
    void read_integer(PyObject *value, const JsonPath &path)
    {
        int overflow = 0;
        const long long whole = PyLong_AsLongLongAndOverflow(value, &overflow);
        if (overflow != 0) reject(path, "is too large a number");
        tape_.integer(whole);
    }
    void read_number(PyObject *value, const JsonPath &path)
    {
        const double number = PyFloat_AS_DOUBLE(value);
        if (!std::isfinite(number)) reject(path, "must be a finite number");
        tape_.number(number);
    }
    void read_items(py::handle items, const JsonPath &path, std::size_t depth)
    {
        tape_.begin_list();
        std::size_t at = 0;
        for (const py::handle each : items)
            read(each, path.item(at++), depth + 1);
        tape_.end();
    }
    /// `type` is that of the dataclass whose members they are, if they are one's.
    void read_members(py::handle members, py::handle type, const JsonPath &path, std::size_t depth)
    {
        tape_.begin_object();
        PyObject *key = nullptr;
        PyObject *each = nullptr;
        py::ssize_t at = 0;
        while (PyDict_Next(members.ptr(), &at, &key, &each) != 0) {
            if (!PyUnicode_Check(key)) reject(path, "has a member whose name is no text");
            if (type && each == Py_None && defaults_to_none(type, key)) continue;
            const std::string_view name = text_of(key, path);
            tape_.member(name);
            read(each, path.member(name), depth + 1);
        }
        tape_.end();
    }
    static bool defaults_to_none(py::handle type, PyObject *name)
    {
        PyObject *found = PyObject_GetAttr(type.ptr(), name);
        if (found == nullptr) PyErr_Clear();
        Py_XDECREF(found);
        return found == Py_None;
    }

    ValueTape &tape_;
};

} // namespace

void register_dataclass(const py::type &dataclass)
{
    const auto name = dataclass.attr("__name__").cast<std::string>();
    PyObject *&kept = dataclasses()[name];
    Py_XDECREF(std::exchange(kept, dataclass.inc_ref().ptr()));
}

py::object to_python(const DescribedValue &value)
{
    PythonSink sink;
    value.write(sink);
    return sink.take();
}

void from_python(const py::handle &value, ValueTape &tape)
{
    Reader(tape).read(value, JsonPath{}, 0);
}

} // namespace mvr::bindings
