#include "bindings/engine_calls.hpp"

#include "bindings/errors.hpp"
#include "bindings/python_values.hpp"
#include "support/log.hpp"

#include <utility>

namespace py = pybind11;

namespace mvr::bindings {
namespace {

/// What the scene answered; an error where it is not what the command's reply is described as.
Result<DescribedValue> reply_from(const py::object &reply, const mcp::SceneCommand &command)
{
    try {
        ValueTape tape;
        from_python(reply, tape);
        return command.read_reply(tape.view());
    } catch (const Failure &failure) {
        return Error{Errc::internal, "the scene answered out of shape: " + failure.error().message,
                     failure.error().field, report_remedy()};
    } catch (const py::error_already_set &raised) {
        return error_of(raised);
    }
}

/// Runs `run` of Python on the calling thread, which has let go of the GIL.
Result<DescribedValue> run_in_python(const RunScene &run, const mcp::SceneCommand &command)
{
    const py::gil_scoped_acquire locked;
    try {
        return reply_from(run(to_python(command.arguments)), command);
    } catch (const py::error_already_set &raised) {
        return error_of(raised);
    }
}

} // namespace

py::object call(host::Engine &engine, const std::string &tool, const py::object &arguments,
                const RunScene &run)
{
    ValueTape tape;
    from_python(arguments, tape);
    DescribedValue reply;
    {
        const py::gil_scoped_release unlocked;
        // By reference: whoever keeps the call for longer has no GIL to end a copy with.
        reply = unwrap(engine.call(tool, tape.view(), [&run](const mcp::SceneCommand &command) {
            return run_in_python(run, command);
        }));
    }
    return to_python(reply);
}

std::uint64_t post(host::Engine &engine, const std::string &tool, const py::object &arguments)
{
    ValueTape tape;
    from_python(arguments, tape);
    return engine.post(tool, tape.view());
}

void answer(host::Engine &engine, const SceneRequest &request, const py::object &reply)
{
    engine.answer(request.id, reply_from(reply, request.command));
}

} // namespace mvr::bindings
