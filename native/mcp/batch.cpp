#include "mcp/classifier.hpp"
#include "mcp/legacy.hpp"

#include <vector>

namespace mvr::mcp {
namespace {

constexpr std::size_t longest_batch = 64;

/// The replies of one batch, in the order of their requests, sent when the last has come.
class BatchCollector {
  public:
    explicit BatchCollector(std::function<void(std::string)> reply) : reply_(std::move(reply)) {}

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

bool has_modern_claim(JsonView batch)
{
    for (const JsonView body : batch.children())
        if (claims_modern(body)) return true;
    return false;
}

ProtocolError reject(std::string why)
{
    return {code::invalid_request, std::move(why), 400, nullptr};
}

} // namespace

std::optional<ProtocolError> reject_batch(JsonView batch)
{
    if (batch.size() == 0) return reject("a batch must not be empty");
    if (batch.size() > longest_batch) return reject("a batch holds at most 64 messages");
    if (has_modern_claim(batch)) {
        return reject("protocol version 2026-07-28 has no batches");
    }
    return {};
}

std::optional<ProtocolError> reject_batches(const LegacySession &session)
{
    if (session.revision != nullptr && session.revision->batches) return {};
    return reject("this session's protocol version has no batches");
}

void answer_batch(const ContextPtr &context, const std::shared_ptr<LegacySession> &session,
                  JsonView batch, const LineExchange &exchange)
{
    const auto collector = std::make_shared<BatchCollector>(exchange.reply);
    for (const JsonView body : batch.children()) {
        auto read = read_message(body);
        if (const auto *rejection = std::get_if<Rejection>(&read)) {
            collector->set(collector->expect(), error_text(rejection->id, rejection->error));
            continue;
        }
        const auto &message = std::get<Message>(read);
        if (message.kind == MessageKind::notification) note_legacy(*session, message);
        if (message.kind != MessageKind::request) continue;
        answer_legacy(context, session, message,
                      {exchange.principal,
                       [collector, place = collector->expect()](std::string text) {
                           collector->set(place, std::move(text));
                       },
                       exchange.notify});
    }
    collector->close();
}

} // namespace mvr::mcp
