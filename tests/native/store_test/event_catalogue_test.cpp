#include "store/event_catalogue.hpp"

#include "store/event.hpp"
#include "vault/seal.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace mvr;
using namespace mvr::store;

namespace {

/// A value of each kind in which members differ from their defaults.
std::vector<Payload> one_of_each()
{
    ObservedTry ended;
    ended.checkpoint_id = "c";
    ended.skill = "s";
    ended.item_difficulty = 7;
    ended.outcome = learning::TryOutcome::failed;
    ended.corrected = ended.last_level_hint = true;
    ended.self_corrections = 2;
    ended.score = 0.25;
    ended.evidence = {{"measured", 1.5}};
    ended.unmet = {"Not there."};
    ended.boxes = {{"Cup", {0, 0.5, -1}}};
    AssessmentEvaluated step{"s", "u", 3, true, {ended}, {"c", "d"}, 1, {}};
    step.activity.moves_by_object["Cup"] = 3;
    step.activity.path_efficiency = 0.5;
    TransitionDecided decided;
    decided.unit_id = "u";
    decided.rule = "seed";
    decided.decided.decision.action = learning::Action::advance_to_next_event;
    decided.decided.decision.reasons = {{learning::ReasonCode::own_passes, 3, 3, "skill"}};
    decided.decided.decision.advice.unit = learning::UnitName{"next", "Next"};
    decided.decided.decision.readings.learner = {0.7, learning::ReadingSource::ability};
    decided.decided.basis = {4, 5, "digest"};
    decided.seed = SeedOutcome{
        .5, .9, .4, .1, .7, .15, learning::Action::advance_to_next_event, .9, 18'000'000'000'000U};
    motion::ViewportFeatures led;
    led.samples = 40;
    led.path_efficiency = 0.5;
    led.dwell_seconds = {{"Cup", 1.5}};
    return {
        LearnerProfileSet{"l", {{"a", 1}}, {{"b", 2}}, .4, .8, .1},
        KnowledgeStructureDefined{"d", {{"modular_structure", Json::object()}}},
        SessionStarted{"s", "l", "u", "scene", "r", learning::LearningPhase::mastery},
        SessionEnded{"s", "stopped"},
        step,
        PerformanceReported{"s", "c", "formative", {{"x", 1}}},
        EngagementReported{"s", {{"x", 1}}, .5},
        InteractionReported{"s", {{"x", 1}}, .5, .25},
        HintShown{"s", "u", 3, true, true, "the cup stands"},
        decided,
        SceneAdapted{"s", "u", {{"p", 1}}, {{"g", "high"}}, Json::array({1})},
        SceneAuthored{"t", "scene", "u", {{"x", 1}}},
        RecordRecovered{7, "why", "copy"},
        ConsentGiven{"viewport_traces", 3},
        ConsentWithdrawn{"viewport_traces", 2},
        ViewportObserved{"s", led, {7, 2, 3, 1}},
    };
}

Json v1_assessment(bool passed, bool unit_passed)
{
    return {{"session_id", "s"},           {"unit_id", "u"},
            {"checkpoint_id", "c"},        {"skill", "u"},
            {"provenance", "observed"},    {"passed", passed},
            {"score", passed ? 1.0 : 0.5}, {"evidence", {{"measured", 2}}},
            {"unmet", Json::array()},      {"performance_data", Json::object()},
            {"unit_passed", unit_passed},  {"activity", {{"total_seconds", 9.0}}}};
}

Result<DecodedEvent> decode_v1(const std::string &type, const Json &payload)
{
    const std::string plain = to_text({{"type", type}, {"learner", "l"}, {"payload", payload}});
    const auto converted = event_from_v1({1, 1, vault::as_bytes(plain)});
    return decode_event(vault::as_text(converted));
}

} // namespace

TEST_CASE("every kind of event comes back as it was written", "[store][event]")
{
    const auto all = one_of_each();
    REQUIRE(all.size() + 1 == std::variant_size_v<Payload>);
    for (const Payload &payload : all) {
        CAPTURE(std::string(type_of(payload)));
        auto decoded = decode_event(encode_event("l", payload));

        REQUIRE(decoded);
        CHECK(decoded->learner == "l");
        CHECK(decoded->payload.index() == payload.index());
        CHECK(payload_json(decoded->payload) == payload_json(payload));
    }
}

TEST_CASE("a look of 0.1.0 is a try only where it saw its condition hold", "[store][event]")
{
    auto passed = decode_v1("assessment_evaluated", v1_assessment(true, true));
    auto failed = decode_v1("assessment_evaluated", v1_assessment(false, false));

    REQUIRE(passed);
    const auto &step = std::get<AssessmentEvaluated>(passed->payload);
    REQUIRE(step.tries.size() == 1);
    CHECK(step.tries[0].outcome == learning::TryOutcome::passed);
    CHECK(step.tries[0].own);
    CHECK(step.unit_checkpoints == std::vector<std::string>{"c"});
    CHECK(step.activity.total_seconds == 9.0);
    REQUIRE(failed);
    CHECK(std::get<AssessmentEvaluated>(failed->payload).tries.empty());
}

TEST_CASE("a decision of 0.1.0 is kept to be read, and no phase follows from it", "[store][event]")
{
    auto decoded = decode_v1("transition_decided", {{"action", "advance_to_next_event"},
                                                    {"learning_event", "practice"},
                                                    {"next_event", "application"},
                                                    {"state_after", 0.81},
                                                    {"reasoning", "because"},
                                                    {"unit_id", "u"}});
    REQUIRE(decoded);
    const auto &decided = std::get<TransitionDecided>(decoded->payload);
    CHECK(decided.decided.decision.action == learning::Action::advance_to_next_event);
    CHECK(decided.decided.decision.index == 0.81);
    CHECK_FALSE(decided.decided.decision.phase_begins);
    CHECK_FALSE(decided.decided.basis == learning::DecisionBasis{}); // never taken for today's
    CHECK(decided.reasoning == "because");
    CHECK(decided.learner_text.empty());
}

TEST_CASE("a kind or a version from the future is kept as it is", "[store][event]")
{
    for (const char *text :
         {R"({"type":"seat_taken","version":1,"learner":"","payload":{"n":1}})",
          R"({"type":"hint_shown","version":9,"learner":"","payload":{"n":1}})"}) {
        auto decoded = decode_event(text);
        REQUIRE(decoded);
        REQUIRE(std::holds_alternative<UnknownEvent>(decoded->payload));
        CHECK(payload_json(decoded->payload) == Json{{"n", 1}});
    }
}

TEST_CASE("text of another shape is an error, not a default", "[store][event]")
{
    for (const char *text :
         {"", "[]", R"({"type":"hint_shown"})",
          R"({"type":"hint_shown","version":1,"learner":"","payload":{"level":"three"}})",
          R"({"type":"hint_shown","version":0,"learner":"","payload":{}})"}) {
        CAPTURE(text);
        CHECK(decode_event(text).error().code == Errc::tampered);
    }
}
