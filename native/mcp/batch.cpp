#include "mcp/classifier.hpp"
#include "mcp/legacy.hpp"

#include <algorithm>
#include <vector>

namespace mvr::mcp {
namespace {

constexpr std::size_t longest_batch = 64;

/// The replies of one batch, in the order of their requests, sent when the last has come.
class Gathering {
  public:
    explicit Gathering(std::function<void(std::string)> reply) : reply_(std::move(reply)) {}

    std::size_t expect()
    {
        ++missing_;
        replies_.emplace_back();
        return replies_.size() - 1;
    }
    void set(std::size_t place, std::string text)
    {
        replies_[place] = std::move(text);
        if (--missing_ == 0) send();
    }
    /// Nothing more is expected; until this is said, nothing is sent.
    void close()
    {
        if (--missing_ == 0) send();
    }

  private:
    void send() const
    {
        std::string all;
        for (const std::string &one : replies_) {
            if (!one.empty()) all += (all.empty() ? "[" : ",") + one;
        }
        reply_(all.empty() ? all : all + "]");
    }

    std::function<void(std::string)> reply_;
    std::vector<std::string> replies_;
    std::size_t missing_ = 1;
};

ProtocolError refuse(std::string why)
{
    return {code::invalid_request, std::move(why), 400, nullptr};
}

} // namespace

std::optional<ProtocolError> refuse_batch(const Json &batch)
{
    if (batch.empty()) return refuse("a batch must not be empty");
    if (batch.size() > longest_batch) return refuse("a batch holds at most 64 messages");
    if (std::any_of(batch.begin(), batch.end(), claims_modern)) {
        return refuse("protocol version 2026-07-28 has no batches");
    }
    return {};
}

std::optional<ProtocolError> refuse_batches(const LegacySession &session)
{
    if (session.revision != nullptr && session.revision->batches) return {};
    return refuse("this session's protocol version has no batches");
}

void answer_batch(const std::shared_ptr<Core> &core, const std::shared_ptr<LegacySession> &session,
                  Json batch, std::function<void(std::string)> reply)
{
    const auto gathering = std::make_shared<Gathering>(std::move(reply));
    for (Json &body : batch) {
        auto read = read_message(std::move(body));
        if (const auto *refusal = std::get_if<Refusal>(&read)) {
            gathering->set(gathering->expect(), error_text(refusal->id, refusal->error));
            continue;
        }
        auto &message = std::get<Message>(read);
        if (message.kind == MessageKind::notification) note_legacy(*session, message);
        if (message.kind != MessageKind::request) continue;
        answer_legacy(core, session, std::move(message),
                      [gathering, place = gathering->expect()](std::string text) {
                          gathering->set(place, std::move(text));
                      });
    }
    gathering->close();
}

} // namespace mvr::mcp
