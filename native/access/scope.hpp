#pragma once

// access: who asks, and what they may do. It knows no protocol, no tool and no learner.

#include <array>
#include <bitset>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::access {

/// What a tool may ask of its caller: one scope each. The first four are this add-on's, those of
/// the simulator and the academy have the names of their specifications.
enum class Scope {
    lessons_read,
    lessons_write,
    records_read,
    records_write,
    simulator_run,
    simulator_author,
    simulator_control,
    enrollments_read,
    enrollments_write,
    materials_read,
    chat_write,
    bookings_read,
    bookings_write,
    certificates_read,
    skills_read,
    skills_write,
    resources_read,
    resources_write,
    paths_read,
    paths_write,
    learning_paths_read,
    community_read,
    community_write,
    assessments_read,
    assessments_write,
    analytics_read,
    manager_analytics,
    manager_reports,
    manager_reminders,
    admin_cohorts,
    admin_enrollments,
    admin_email,
    admin_organizations,
    admin_skills,
    admin_analytics,
    admin_moderation,
    admin_grading,
    admin_catalog,
    admin_people,
};
inline constexpr std::size_t scope_count = static_cast<std::size_t>(Scope::admin_people) + 1;

/// "lessons:read". Thread: any.
std::string_view to_text(Scope scope);
std::optional<Scope> scope_from_text(std::string_view text);

/// Any number of scopes.
class ScopeSet {
  public:
    constexpr ScopeSet() = default;
    ScopeSet(std::initializer_list<Scope> scopes)
    {
        for (const Scope scope : scopes)
            bits_.set(static_cast<std::size_t>(scope));
    }
    static ScopeSet all();

    bool contains(Scope scope) const { return bits_.test(static_cast<std::size_t>(scope)); }
    ScopeSet &operator|=(const ScopeSet &other)
    {
        bits_ |= other.bits_;
        return *this;
    }
    friend bool operator==(const ScopeSet &, const ScopeSet &) = default;
    /// Distinct for distinct sets; to order and to keep them by.
    unsigned long long key() const { return bits_.to_ullong(); }
    /// Their texts, in the order of the enumeration.
    std::vector<std::string> texts() const;

  private:
    std::bitset<scope_count> bits_;
};
static_assert(scope_count <= 64, "ScopeSet::key has 64 bits");

} // namespace mvr::access
