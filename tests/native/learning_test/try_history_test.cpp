#include "try_run.hpp"

#include <map>
#include <random>

using namespace mvr::learning;
using namespace mvr::learning::test;

namespace {

/// What a learner may do at random to one checkpoint, as the tests above do by hand.
class Wanderer {
  public:
    explicit Wanderer(unsigned seed) : random_(seed), run_({"a", "b"}) {}

    std::vector<FinishedTry> act()
    {
        const std::string id = pick(2) == 0 ? "a" : "b";
        const std::string object = "bolt " + std::to_string(pick(3));
        const Run::Now now{.holds = pick(3) == 0, .broken = pick(6) == 0, .state = pick(4)};
        switch (pick(8)) {
        case 0: return run_.looks();
        case 1: submitted_ = true; return run_.submits().ended;
        case 2: return run_.undoes(object, id, now);
        case 3: return run_.enters(id, now);
        case 4: run_.fold().hint_shown(pick(8) == 0); return {};
        case 5: run_.fold().correction_shown(id, std::vector{object}); return {};
        default: return run_.moves(object, id, now);
        }
    }
    std::vector<FinishedTry> leave() { return run_.leaves(); }
    Run &run() { return run_; }
    bool submitted_now() { return std::exchange(submitted_, false); }

  private:
    unsigned pick(unsigned below)
    {
        return std::uniform_int_distribution<unsigned>(0, below - 1)(random_);
    }

    std::mt19937 random_;
    Run run_;
    bool submitted_ = false;
};

} // namespace

TEST_CASE("whatever a learner does, tries of a checkpoint follow one another", "[learning][try]")
{
    for (unsigned seed = 1; seed <= 3000; ++seed) {
        INFO("seed " << seed);
        Wanderer learner(seed);
        std::map<std::string, double> last_end;
        for (int i = 0; i < 60; ++i) {
            const auto ended = i == 59 ? learner.leave() : learner.act();
            const bool submitted = learner.submitted_now();
            for (const FinishedTry &one : ended) {
                REQUIRE(one.began_seconds <= one.ended_seconds);
                REQUIRE(one.began_seconds >= last_end[one.checkpoint_id]);
                REQUIRE(one.self_corrected <= one.slips);
                if (one.cause == TryCause::submitted) REQUIRE(submitted);
                if (one.cause == TryCause::slip_left) REQUIRE(one.slips > one.self_corrected);
                if (one.cause == TryCause::unit_left) REQUIRE(i == 59);
                last_end[one.checkpoint_id] = one.ended_seconds;
            }
        }
        REQUIRE(learner.leave().empty());
    }
}

TEST_CASE("looks without work between change nothing of what a submission says", "[learning][try]")
{
    for (unsigned seed = 1; seed <= 2000; ++seed) {
        INFO("seed " << seed);
        Wanderer plain(seed);
        Wanderer curious(seed);
        for (int i = 0; i < 40; ++i) {
            plain.act();
            curious.act();
        }
        plain.run().looks();
        for (int i = 0; i < 10; ++i)
            curious.run().looks();
        const Submission a = plain.run().submits();
        const Submission b = curious.run().submits();
        REQUIRE(a.ended == b.ended);
        REQUIRE(a.not_begun == b.not_begun);
    }
}
