#include "store/learner_change.hpp"

#include <catch2/catch.hpp>

#include <cstdint>

using namespace mvr;
using namespace mvr::store;

namespace {

struct Applied {
    void apply(LearnerState &learner, TimeMs time_ms) const;
};
struct AppliedInTwoWays {
    void apply(LearnerState &learner, TimeMs time_ms) const;
    void apply(LearnerState &learner) const;
};
struct PassedOver {
    static constexpr bool leaves_learner = true;
};
struct Silent {};
struct Misspelt {
    void aply(LearnerState &learner, TimeMs time_ms) const;
};
struct WithoutTime {
    void apply(LearnerState &learner) const;
};
struct WithAnotherTime {
    void apply(LearnerState &learner, std::int32_t time_ms) const;
};
struct NotConst {
    void apply(LearnerState &learner, TimeMs time_ms);
};
class Private {
    void apply(LearnerState &learner, TimeMs time_ms) const;
};
struct Both : Applied, PassedOver {};

} // namespace

TEST_CASE("a kind of event changes the learner by the apply that it has", "[store][state]")
{
    STATIC_REQUIRE(ChangesLearner<Applied>);
    STATIC_REQUIRE(ChangesLearner<AppliedInTwoWays>);
    STATIC_REQUIRE(SaysWhatItChanges<Applied>);
    STATIC_REQUIRE(SaysWhatItChanges<AppliedInTwoWays>);
}

TEST_CASE("a kind of event that leaves the learner as they are says so", "[store][state]")
{
    STATIC_REQUIRE_FALSE(ChangesLearner<PassedOver>);
    STATIC_REQUIRE(SaysWhatItChanges<PassedOver>);
}

TEST_CASE("a kind of event whose apply would never be called does not compile", "[store][state]")
{
    STATIC_REQUIRE_FALSE(SaysWhatItChanges<Silent>);
    STATIC_REQUIRE_FALSE(SaysWhatItChanges<Misspelt>);
    STATIC_REQUIRE_FALSE(SaysWhatItChanges<WithoutTime>);
    STATIC_REQUIRE_FALSE(SaysWhatItChanges<WithAnotherTime>);
    STATIC_REQUIRE_FALSE(SaysWhatItChanges<NotConst>);
    STATIC_REQUIRE_FALSE(SaysWhatItChanges<Private>);
    STATIC_REQUIRE_FALSE(SaysWhatItChanges<Both>);
}
