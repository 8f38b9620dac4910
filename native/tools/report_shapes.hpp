#pragma once

// What the tools that write reports take and give. Blender writes the text, in its language; it is
// given who may be in it.

#include "tools/bounds.hpp"
#include "tools/work.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::tools {

enum class ReportFormat { html, csv, json };
enum class ReportContents { learners, figures };

/// A class of some hundreds, step by step, is far below.
inline constexpr Bounds report_bounds = text(0, 200'000'000);

struct ReportArguments {
    ReportFormat format = ReportFormat::html;
};

struct ReportWritten {
    std::string text;
};

struct WriteReport {
    static constexpr std::string_view name = "write_report";
    using Reply = ReportWritten;
    ReportFormat format = ReportFormat::html;
    ReportContents contents = ReportContents::learners;
    std::vector<std::string> learner_ids; ///< whom it may be about
};

/// `text` is whole: nothing is written to any file.
struct ReportReply {
    ReportFormat format = ReportFormat::html;
    std::string text;
    std::string made_timestamp;
};

} // namespace mvr::tools

namespace mvr {

template <> struct EnumText<tools::ReportFormat> : TextsInOrder<tools::ReportFormat> {
    static constexpr std::array<std::string_view, 3> texts{"html", "csv", "json"};
};
template <> struct EnumText<tools::ReportContents> : TextsInOrder<tools::ReportContents> {
    static constexpr std::array<std::string_view, 2> texts{"learners", "figures"};
};

template <> struct Description<tools::ReportArguments> {
    static constexpr std::tuple members{
        Member{"format", &tools::ReportArguments::format,
               "A page to read and print, a table, or data for programs", or_default}};
};

template <> struct Description<tools::ReportWritten> {
    static constexpr std::tuple members{
        Member{"text", &tools::ReportWritten::text, "", tools::report_bounds}};
};

template <> struct Description<tools::WriteReport> {
    using T = tools::WriteReport;
    static constexpr std::tuple members{Member{"format", &T::format, ""},
                                        Member{"contents", &T::contents, ""},
                                        Member{"learner_ids", &T::learner_ids, ""}};
};

template <> struct Description<tools::ReportReply> {
    using T = tools::ReportReply;
    static constexpr std::tuple members{
        Member{"format", &T::format, ""},
        Member{"text", &T::text, "The whole report, in Blender's language", tools::report_bounds},
        Member{"made_timestamp", &T::made_timestamp, tools::timestamp_sentence},
    };
};

} // namespace mvr
