#include "bench_record.hpp"

#include <catch2/catch.hpp>

using namespace mvr;
using namespace mvr::tools;

namespace {

Json answer_of(const std::string &learner, int text_version = 1)
{
    return {
        {"learner_id", learner}, {"purpose", "viewport_traces"}, {"text_version", text_version}};
}

Json consent_of(Bench &bench, const std::string &learner)
{
    return bench.call("get_consent", {{"learner_id", learner}}).value().at("consents").at(0);
}

} // namespace

TEST_CASE("who was never asked has not answered, known to the record or not", "[tools][consent]")
{
    Bench bench;
    bench.start("ada", "unit");
    for (const char *learner : {"ada", "nobody yet"}) {
        const Json consent = consent_of(bench, learner);
        CHECK(consent.at("answered") == false);
        CHECK(consent.at("given") == false);
        CHECK(consent.at("text_version").is_null());
        CHECK(consent.at("since") == "");
    }
}

TEST_CASE("the last answer counts, with its time and the version of its text", "[tools][consent]")
{
    Bench bench;
    bench.is_from_window = true;
    REQUIRE(bench.call("give_consent", answer_of("ada", 2)));
    Json consent = consent_of(bench, "ada");
    CHECK(consent.at("given") == true);
    CHECK(consent.at("text_version") == 2);
    CHECK(consent.at("since") == iso8601(bench.now));
    CHECK(bench.record.state().find("ada")->consents_to(store::viewport_traces_purpose));

    bench.now += 1000;
    REQUIRE(bench.call("withdraw_consent", answer_of("ada", 3)));
    consent = consent_of(bench, "ada");
    CHECK(consent.at("answered") == true);
    CHECK(consent.at("given") == false);
    CHECK(consent.at("text_version") == 3);
    CHECK(consent.at("since") == iso8601(bench.now));
    CHECK_FALSE(bench.record.state().find("ada")->consents_to(store::viewport_traces_purpose));
}

TEST_CASE("no client agrees for a learner, also not with the owner's token or the learner's own",
          "[tools][consent]")
{
    Bench bench;
    CHECK(bench.call("give_consent", answer_of("ada")).error().code == Errc::access_denied);
    bench.principal = access::principal_with("ada", {access::Role::learner});
    CHECK(bench.call("give_consent", answer_of("ada")).error().code == Errc::access_denied);
    CHECK(bench.record.state().find("ada") == nullptr);
}

TEST_CASE("a client takes back the consent of whom it reaches, and of nobody else",
          "[tools][consent]")
{
    Bench bench;
    bench.is_from_window = true;
    REQUIRE(bench.call("give_consent", answer_of("ada")));
    REQUIRE(bench.call("give_consent", answer_of("grace")));
    bench.is_from_window = false;
    bench.principal = access::principal_with("ada", {access::Role::learner});

    CHECK(bench.call("withdraw_consent", answer_of("ada")));
    CHECK(bench.call("withdraw_consent", answer_of("grace")).error().code == Errc::access_denied);
    CHECK(bench.call("get_consent", {{"learner_id", "grace"}}).error().code == Errc::access_denied);
    CHECK(bench.record.state().find("grace")->consents_to(store::viewport_traces_purpose));
}

TEST_CASE("taking back twice records it once, and of somebody unknown a client records nothing",
          "[tools][consent]")
{
    Bench bench;
    CHECK(bench.call("withdraw_consent", answer_of("nobody")).error().code == Errc::not_found);
    CHECK(bench.record.state().find("nobody") == nullptr);
    bench.is_from_window = true; // where somebody new may say no at once
    CHECK(bench.call("withdraw_consent", answer_of("ada")).value().at("event_ids").size() == 1);
    CHECK(bench.call("withdraw_consent", answer_of("ada")).value().at("event_ids").empty());
}
