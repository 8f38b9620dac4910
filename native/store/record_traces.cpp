// What the record does with raw traces: they are kept while their learner agrees, and no longer.

#include "store/record.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace mvr::store {

bool Record::keeps_traces_of(std::string_view session_id) const
{
    return status_.mode == RecordMode::open && shows_traces_of(session_id);
}

bool Record::shows_traces_of(std::string_view session_id) const
{
    const LearnerState *learner = state_.find_by_session(session_id);
    return learner != nullptr && learner->consents_to(viewport_traces_purpose);
}

bool Record::add_trace(std::string_view session_id, vault::Bytes plain)
{
    if (!writer_.add_trace || !keeps_traces_of(session_id)) return false;
    writer_.add_trace({name_of(state_.find_by_session(session_id)->learner_id), std::move(plain)});
    return true;
}

std::optional<vault::Pseudonym> Record::trace_owner(std::string_view session_id)
{
    const LearnerState *learner = state_.find_by_session(session_id);
    if (learner == nullptr) return std::nullopt;
    return name_of(learner->learner_id);
}

void Record::forget_traces_without_consent()
{
    if (!writer_.keep_traces_of || status_.mode != RecordMode::open) return;
    std::vector<vault::Pseudonym> agreeing;
    for (const LearnerState *learner : state_.learners()) {
        if (learner->consents_to(viewport_traces_purpose))
            agreeing.push_back(name_of(learner->learner_id));
    }
    writer_.keep_traces_of(std::move(agreeing));
}

void Record::traces_forgotten(const Result<void> &done)
{
    status_.undeleted_traces = done ? std::string() : done.error().message;
    forget_at_ms_ = done ? 0 : clock_() + between_tries_ms;
}

/// By what everybody answers now: somebody may have agreed anew meanwhile.
void Record::retry_to_forget_traces()
{
    if (forget_at_ms_ == 0 || !is_due(clock_(), forget_at_ms_, between_tries_ms)) return;
    forget_at_ms_ = 0;
    forget_traces_without_consent();
}

bool holds_withdrawal(const std::vector<Event> &events)
{
    return std::ranges::any_of(events, [](const Event &event) {
        return std::holds_alternative<ConsentWithdrawn>(event.payload);
    });
}

} // namespace mvr::store
