#include "bench_record.hpp"

#include <catch2/catch.hpp>

using namespace mvr;
using namespace mvr::tools;

namespace {

const Json written = {{"text", "a report"}};

} // namespace

TEST_CASE("a report by name is about those alone whom its caller reaches", "[tools][report][reach]")
{
    Bench bench;
    bench.start("ada", "unit");
    bench.start("grace", "unit");
    const auto whole = bench.call("export_learners_report", {{"format", "csv"}}, written);
    REQUIRE(whole);
    CHECK(whole->at("text") == "a report");
    CHECK(whole->at("format") == "csv");
    CHECK(bench.asked.at("contents") == "learners");
    CHECK(bench.asked.at("learner_ids") == Json({"ada", "grace"}));

    bench.principal = access::principal_with("grace", {access::Role::learner});
    REQUIRE(bench.call("export_learners_report", Json::object(), written));
    CHECK(bench.asked.at("learner_ids") == Json({"grace"}));
}

TEST_CASE("figures of a class count everybody, for a manager who reaches nobody",
          "[tools][report][reach]")
{
    Bench bench;
    bench.start("ada", "unit");
    bench.start("grace", "unit");
    bench.principal = access::principal_with("boss", {access::Role::manager});
    REQUIRE(bench.call("export_class_report", Json::object(), written));
    CHECK(bench.asked.at("contents") == "figures");
    CHECK(bench.asked.at("learner_ids") == Json({"ada", "grace"}));
    CHECK(bench.table->find("export_class_report")->scope == access::Scope::manager_reports);
    CHECK(bench.table->find("export_learners_report")->scope == access::Scope::records_read);
}
