#include "scene/message_catalogue.hpp"

#include "scene/evaluate.hpp"
#include "scene/feedback.hpp"
#include "scene/measure.hpp"
#include "scene/predicate.hpp"
#include "scene/statement.hpp"

namespace mvr::scene {
namespace {

void add(MessageTemplates &all, const MessageTemplates &some)
{
    all.insert(all.end(), some.begin(), some.end());
}

template <class P> void add_of(MessageTemplates &all)
{
    if constexpr (requires { P::messages(); }) add(all, P::messages());
}

} // namespace

MessageTemplates message_catalogue()
{
    MessageTemplates all;
#define MVR_PREDICATE(type, file) add_of<type>(all);
#include "scene/all_predicates.def"
#undef MVR_PREDICATE
    for (const auto &shared : {feedback_messages(), evaluate_messages(), measure_messages(),
                               statement_messages(), argument_messages()}) {
        add(all, shared);
    }
    return all;
}

} // namespace mvr::scene
