#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lookup.hpp"
#include "tools/work.hpp"

namespace mvr::tools {

struct DeleteLearnerArguments {
    std::string learner_id;
    std::string confirm_learner_id;
};

struct DeleteLearnerReply {
    Constant<"deleted"> status;
    std::string learner_id;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::DeleteLearnerArguments> {
    using T = tools::DeleteLearnerArguments;
    static constexpr std::tuple members{
        Member{"learner_id", &T::learner_id, tools::learner_id_sentence, tools::learner_id_bounds},
        Member{"confirm_learner_id", &T::confirm_learner_id,
               "The same again, as the person who asks for it typed it", tools::learner_id_bounds}};
};

template <> struct Description<tools::DeleteLearnerReply> {
    using T = tools::DeleteLearnerReply;
    static constexpr std::tuple members{Member{"status", &T::status, ""},
                                        Member{"learner_id", &T::learner_id, ""}};
};

} // namespace mvr

namespace mvr::tools {
namespace {

Result<std::string> check_deletion(const Context &context, const mcp::Call &call,
                                   const DeleteLearnerArguments &arguments)
{
    auto known = known_learner(context, call, arguments.learner_id);
    if (!known) return known.error();
    if (arguments.confirm_learner_id != arguments.learner_id) {
        return Error{Errc::invalid_argument, "the name does not match", "confirm_learner_id",
                     "Type the learner's name exactly as it stands there."};
    }
    if (context.learner_at_window == arguments.learner_id) {
        return Error{Errc::conflict, "this learner works in a unit right now", "learner_id",
                     "Leave the unit first."};
    }
    return arguments.learner_id;
}

} // namespace

mcp::Tool delete_learner(Executor &executor)
{
    return mcp::typed_tool<DeleteLearnerArguments, DeleteLearnerReply>(
        {.name = "delete_learner",
         .title = "Delete a learner",
         .description =
             "Destroys the key of everything that the record has of one learner, for ever. The "
             "record still verifies; exports that were made before are not reached.",
         .scope = access::Scope::admin_people,
         .annotations = {.destructive = true}},
        [&executor](DeleteLearnerArguments arguments, const mcp::CallPtr &call,
                    mcp::Respond respond) {
            const std::string learner = arguments.learner_id;
            executor.erase(
                call, std::move(respond),
                [call, arguments = std::move(arguments)](const Context &context) {
                    return check_deletion(context, *call, arguments);
                },
                [learner] { return DescribedValue(DeleteLearnerReply{{}, learner}); });
        });
}

} // namespace mvr::tools
