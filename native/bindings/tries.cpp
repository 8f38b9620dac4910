#include "bindings/errors.hpp"
#include "learning/try_fold.hpp"
#include "scene/tracker.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace py = pybind11;
using namespace py::literals;

namespace mvr::bindings {
namespace {

learning::CheckpointReading reading_of(const std::string &checkpoint_id,
                                       const scene::Tracker &tracker)
{
    scene::Standing standing = tracker.standing();
    return {.checkpoint_id = checkpoint_id,
            .holds = standing.holds,
            .broken = standing.broken,
            .changed = std::move(standing.changed),
            .entered = standing.entered,
            .looked = standing.looked,
            .state = standing.state};
}

using Dict = py::typing::Dict<py::str, py::object>;
using Dicts = py::typing::List<Dict>;
using Flags = py::typing::Dict<py::str, bool>;
using Submitted = py::typing::Tuple<Dicts, py::typing::List<py::str>>;

Dict ended_dict(const learning::FinishedTry &ended)
{
    return Dict(py::dict(
        "checkpoint_id"_a = ended.checkpoint_id, "outcome"_a = learning::to_text(ended.ending),
        "cause"_a = learning::to_text(ended.cause), "own"_a = ended.own(),
        "corrected"_a = ended.corrected, "last_level_hint"_a = ended.last_level_hint,
        "slips"_a = ended.slips, "self_corrected"_a = ended.self_corrected,
        "began_s"_a = ended.began_seconds, "ended_s"_a = ended.ended_seconds));
}

Dicts ended_list(const std::vector<learning::FinishedTry> &ended)
{
    Dicts list;
    for (const learning::FinishedTry &one : ended)
        list.append(ended_dict(one));
    return list;
}

/// The trackers of a running unit and the tries that follow from them.
class UnitTries {
  public:
    UnitTries(double seconds, std::map<std::string, py::object> trackers)
        : trackers_(std::move(trackers)), fold_(observation(seconds, false))
    {
    }

    Dicts observe(double seconds, bool undone)
    {
        return ended_list(fold_.observe(observation(seconds, undone)));
    }
    Dicts look(double seconds, const std::string &checkpoint_id)
    {
        return ended_list(checkpoint_id.empty() ? fold_.look(seconds)
                                                : fold_.look(seconds, checkpoint_id));
    }
    Submitted submit(double seconds, const std::string &checkpoint_id)
    {
        const learning::Submission submission =
            checkpoint_id.empty() ? fold_.submit(seconds) : fold_.submit(seconds, checkpoint_id);
        return py::make_tuple(ended_list(submission.ended), submission.not_begun);
    }
    Dicts leave(double seconds) { return ended_list(fold_.leave(seconds)); }
    void hint_shown(bool last_level) { fold_.hint_shown(last_level); }
    void correction_shown(const std::string &checkpoint_id, const std::vector<std::string> &about)
    {
        fold_.correction_shown(checkpoint_id, about);
    }
    Flags progress(const std::string &checkpoint_id) const
    {
        const learning::TryProgress now = fold_.progress(checkpoint_id);
        return Flags(py::dict("begun"_a = now.begun, "running"_a = now.running,
                              "changed"_a = now.changed, "slipped"_a = now.slipped,
                              "lost"_a = now.lost));
    }

  private:
    learning::TryObservation observation(double seconds, bool undone) const
    {
        learning::TryObservation now{.seconds = seconds, .undone = undone, .checkpoints = {}};
        for (const auto &[id, tracker] : trackers_)
            now.checkpoints.push_back(reading_of(id, tracker.cast<const scene::Tracker &>()));
        return now;
    }

    std::map<std::string, py::object> trackers_; // ConditionTracker, kept alive
    learning::TryFold fold_;
};

} // namespace

void init_tries(py::module_ &module)
{
    py::class_<UnitTries>(module, "UnitTries",
                          "What counts as a try in one run of a unit. Main thread.")
        .def(py::init<double, std::map<std::string, py::object>>(), "seconds"_a, "trackers"_a,
             R"doc(A run begins, as its trackers stand now.

Args:
    trackers: By checkpoint id. They are kept, and read at every observation.
)doc")
        .def("observe", &UnitTries::observe, "seconds"_a, "undone"_a,
             "Take what the trackers observed last; returns the tries that it ended.")
        .def("look", &UnitTries::look, "seconds"_a, "checkpoint_id"_a = "",
             "The learner looks at one checkpoint or all; returns the tries that it ended.")
        .def("submit", &UnitTries::submit, "seconds"_a, "checkpoint_id"_a = "",
             "The learner is done with one checkpoint or all: ``(ended, not_begun)``.")
        .def("leave", &UnitTries::leave, "seconds"_a, "The unit is left; returns what ended.")
        .def("hint_shown", &UnitTries::hint_shown, "last_level"_a)
        .def("correction_shown", &UnitTries::correction_shown, "checkpoint_id"_a, "about"_a,
             R"doc(The learner was shown why a checkpoint does not hold.

Args:
    about: Names of the objects that the reasons speak of. Only what the learner did wrong is a
        correction; what is still to be done is none.
)doc")
        .def("progress", &UnitTries::progress, "checkpoint_id"_a,
             "``{\"begun\", \"running\", \"changed\", \"slipped\", \"lost\"}``.");
}

} // namespace mvr::bindings
