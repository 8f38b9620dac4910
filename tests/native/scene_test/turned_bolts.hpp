#pragma once

// For the tests of undo: bolts that are turned and turned back, with a condition over them.

#include "fixture.hpp"

#include <map>
#include <string>
#include <vector>

namespace mvr::scene::test {

/// Bolts 1, 5 and 3 in that order, each turned by 35 degrees.
inline const std::string star = R"({"order":{"steps":[
    {"id":"one","when":{"turned":{"object":"Bolt 1","axis":"z","min":35,"unit":"deg"}}},
    {"id":"five","when":{"turned":{"object":"Bolt 5","axis":"z","min":35,"unit":"deg"},
                         "feedback":"Cross to bolt 5."}},
    {"id":"three","feedback":"Bolt 3 is not due yet.",
     "when":{"turned":{"object":"Bolt 3","axis":"z","min":35,"unit":"deg"}}}]},
    "feedback":"The star is not complete."})";

/// Bolts 1, 5, 3 turned so far, a second later each time.
class Bench {
  public:
    explicit Bench(std::string_view json) : tracker_(compiled(json), scene()) {}

    void turn(int bolt, double degrees)
    {
        turned_[bolt] += degrees;
        tracker_.observe(scene());
    }
    /// Undo sets every bolt back at once, to the state that it was in when the step was pushed.
    void undo_to(std::map<int, double> turned)
    {
        turned_ = std::move(turned);
        tracker_.observe_undone(scene());
    }
    std::map<int, double> now() const { return turned_; }
    Evaluation evaluate() const { return tracker_.evaluate(); }
    Standing standing() const { return tracker_.standing(); }

  private:
    Snapshot scene()
    {
        std::vector<ObjectState> bolts;
        for (const auto &[bolt, degrees] : turned_) {
            bolts.push_back(object("Bolt " + std::to_string(bolt), {double(bolt), 0, 0},
                                   about({0, 0, 1}, rad(degrees))));
        }
        return scene_of(std::move(bolts), seconds_++);
    }

    std::map<int, double> turned_{{1, 0}, {3, 0}, {5, 0}};
    double seconds_ = 0;
    Tracker tracker_;
};

} // namespace mvr::scene::test
