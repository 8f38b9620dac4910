#include "access/scope.hpp"

#include <algorithm>

namespace mvr::access {
namespace {

constexpr std::array<std::string_view, scope_count> texts{
    "lessons:read",        "lessons:write",     "records:read",      "records:write",
    "simulator:run",       "simulator:author",  "simulator:control", "enrollments:read",
    "enrollments:write",   "materials:read",    "chat:write",        "bookings:read",
    "bookings:write",      "certificates:read", "skills:read",       "skills:write",
    "resources:read",      "resources:write",   "paths:read",        "paths:write",
    "learning_paths:read", "community:read",    "community:write",   "assessments:read",
    "assessments:write",   "analytics:read",    "manager:analytics", "manager:reports",
    "manager:reminders",   "admin:cohorts",     "admin:enrollments", "admin:email",
    "admin:organizations", "admin:skills",      "admin:analytics",   "admin:moderation",
    "admin:grading",       "admin:catalog",     "admin:people"};

} // namespace

std::string_view to_text(Scope scope) { return texts.at(static_cast<std::size_t>(scope)); }

std::optional<Scope> scope_from_text(std::string_view text)
{
    const auto found = std::ranges::find(texts, text);
    if (found == texts.end()) return std::nullopt;
    return static_cast<Scope>(found - texts.begin());
}

ScopeSet ScopeSet::all()
{
    ScopeSet set;
    set.bits_.set();
    return set;
}

std::vector<std::string> ScopeSet::texts() const
{
    std::vector<std::string> named;
    for (std::size_t i = 0; i < scope_count; ++i)
        if (bits_.test(i)) named.emplace_back(access::texts[i]);
    return named;
}

} // namespace mvr::access
