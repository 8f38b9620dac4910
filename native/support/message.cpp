#include "support/message.hpp"

#include <algorithm>
#include <cmath>
#include <type_traits>
#include <utility>

namespace mvr {
namespace {

constexpr MessageTemplate unknown_number{"number.unknown", "an unknown number of"};

std::string in_language(const MessageTemplate &form, const Translate &translate)
{
    return translate ? translate(form.english) : std::string(form.english);
}

std::string text_of(const Number &number, const Translate &translate)
{
    std::string text = std::isfinite(number.value) ? format_number(number.value, number.digits)
                                                   : in_language(unknown_number, translate);
    return text.append(number.unit_symbol);
}

std::string text_of(const Name &name, const Translate &) { return name.text; }

std::string text_of(const Message &message, const Translate &translate)
{
    return message.text(translate);
}

/// `form` with each placeholder replaced once: what comes from an argument is not read again.
std::string filled(const std::string &form, const std::vector<Argument> &arguments,
                   const Translate &translate)
{
    std::string text;
    std::size_t from = 0;
    while (from < form.size()) {
        const std::size_t open = form.find('{', from);
        const std::size_t close = open == std::string::npos ? open : form.find('}', open);
        if (close == std::string::npos) break;
        text.append(form, from, open - from);
        const std::string_view name(form.data() + open + 1, close - open - 1);
        const auto given = std::ranges::find(arguments, name, &Argument::placeholder);
        text += given == arguments.end()
                    ? form.substr(open, close + 1 - open)
                    : std::visit([&](const auto &value) { return text_of(value, translate); },
                                 given->value);
        from = close + 1;
    }
    return text.append(form, from);
}

} // namespace

Message::Message() = default;

Message::Message(const MessageTemplate &form) : form_(&form) {}

Message::Message(const MessageTemplate &form, std::vector<Argument> arguments)
    : form_(&form), arguments_(std::move(arguments))
{
}

Message Message::by_author(std::string sentence)
{
    Message message;
    message.authored_ = std::move(sentence);
    return message;
}

std::string_view Message::id() const { return form_ ? form_->id : "author"; }

std::string Message::text(const Translate &translate) const
{
    return form_ ? filled(in_language(*form_, translate), arguments_, translate) : authored_;
}

std::vector<std::string> english(const std::vector<Message> &messages)
{
    std::vector<std::string> texts;
    texts.reserve(messages.size());
    for (const Message &message : messages)
        texts.push_back(message.text());
    return texts;
}

MessageTemplates argument_messages() { return {&unknown_number}; }

} // namespace mvr
