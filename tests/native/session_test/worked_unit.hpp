#pragma once

#include "../scene_test/fixture.hpp"
#include "session/session_run.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

// A unit at work for the tests: objects that are moved by hand, and a clock that is set.

namespace mvr::session::test {

using scene::Vec3;
using scene::test::object;

/// `name` within 10 mm of the seat at the origin.
inline std::string near_seat(const std::string &name)
{
    return R"({"distance":{"object":")" + name + R"(","to":"Seat","max":10,"unit":"mm"}})";
}

class WorkedUnit {
  public:
    /// Objects A, B and C stand 1 m, 2 m and 3 m from the seat.
    explicit WorkedUnit(const std::map<std::string, std::string> &conditions,
                        const std::map<std::string, std::string> &rules = {})
        : run_(checkpoints(conditions), compiled_rules(rules))
    {
        run_.set_object(object("Seat"));
        run_.set_object(object("A", {1, 0, 0}));
        run_.set_object(object("B", {2, 0, 0}));
        run_.set_object(object("C", {3, 0, 0}));
        run_.set_mode_and_tool("OBJECT", "builtin.select_box");
        run_.start(seconds_);
    }

    /// The learner moves an object; a tenth of a second passes.
    void move(const std::string &name, const Vec3 &to)
    {
        run_.set_object(object(name, to));
        observe(0.1);
    }
    /// An object stands elsewhere, which nobody observed yet.
    void set(const std::string &name, const Vec3 &to) { run_.set_object(object(name, to)); }
    /// The program moves an object.
    void by_program(const std::string &name, const Vec3 &to)
    {
        set(name, to);
        seconds_ += 0.1;
        run_.rebase(seconds_);
    }
    void undo(const std::string &name, const Vec3 &to)
    {
        run_.set_object(object(name, to));
        seconds_ += 0.1;
        run_.observe(seconds_, true);
    }
    void observe(double after_seconds)
    {
        seconds_ += after_seconds;
        run_.observe(seconds_);
    }
    /// What was reported since the last time, in short: "a passed", "a broken", "a corrected".
    std::vector<std::string> reported()
    {
        std::vector<std::string> lines;
        for (const Outcome &outcome : run_.take_outcomes())
            lines.push_back(std::visit([](const auto &one) { return in_short(one); }, outcome));
        return lines;
    }
    SessionRun &run() { return run_; }
    double seconds() const { return seconds_; }

  private:
    static std::vector<Checkpoint> checkpoints(const std::map<std::string, std::string> &conditions)
    {
        std::vector<Checkpoint> made;
        for (const auto &[id, json] : conditions)
            made.push_back({id, scene::test::compiled(json)});
        return made;
    }
    static std::vector<Rule> compiled_rules(const std::map<std::string, std::string> &rules)
    {
        std::vector<Rule> made;
        for (const auto &[id, json] : rules)
            made.push_back({id, scene::test::compiled(json)});
        return made;
    }
    static std::string in_short(const TryEnded &one)
    {
        return one.checkpoint_id + " " + std::string(learning::to_text(one.finished.ending));
    }
    static std::string in_short(const OrderBroken &one) { return one.checkpoint_id + " broken"; }
    static std::string in_short(const RuleBroken &one) { return one.rule_id + " broken"; }
    static std::string in_short(const SlipCorrected &one)
    {
        return one.checkpoint_id + " corrected";
    }

    double seconds_ = 100;
    SessionRun run_;
};

using Reported = std::vector<std::string>;

} // namespace mvr::session::test
