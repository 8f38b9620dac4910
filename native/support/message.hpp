#pragma once

#include "support/number_text.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// What is said to a person, until it becomes text at the edge: which clause, and with what in it.

namespace mvr {

/// A whole clause or sentence of the program, e.g. "{object} is {measured} from {other}". A
/// translation of it may name the placeholders in any order, once, often or not at all. Templates
/// are constants of the program: messages refer to them.
struct MessageTemplate {
    std::string_view id;      ///< unique, e.g. "distance.to_object"
    std::string_view english; ///< what is translated, and what it is looked up by
};
using MessageTemplates = std::vector<const MessageTemplate *>;

/// A number with its unit.
struct Number {
    double value = 0;
    std::string_view unit_symbol = {}; ///< goes behind it, with its space: " mm", "°"; a constant
    int digits = usual_digits;         ///< significant
};

/// A number of things.
inline Number count_of(std::size_t count) { return {static_cast<double>(count)}; }

/// What somebody or a program gave something as its name or value. Never translated.
struct Name {
    std::string text;
};

/// A template in another language; what it does not know it gives back.
using Translate = std::function<std::string(std::string_view english)>;

struct Argument;

/// A template of the program with its arguments, or an author's own sentence.
/// Thread: any, as every value.
class Message {
  public:
    explicit Message(const MessageTemplate &form);
    Message(const MessageTemplate &form, std::vector<Argument> arguments);
    explicit Message(const MessageTemplate &&form) = delete;
    Message(const MessageTemplate &&form, std::vector<Argument> arguments) = delete;
    /// What an author wrote is said as it is, in every language.
    static Message by_author(std::string sentence);

    /// Of the template; "author" where it is an author's sentence.
    std::string_view id() const;
    bool is_by_author() const { return form_ == nullptr; }
    const std::vector<Argument> &arguments() const { return arguments_; }

    /// The text, in English unless `translate` is given. A placeholder that has no argument stays
    /// as it is, so that a mistaken translation shows its mistake and nothing breaks.
    std::string text(const Translate &translate = {}) const;

  private:
    Message();

    const MessageTemplate *form_ = nullptr;
    std::vector<Argument> arguments_;
    std::string authored_;
};

/// What stands for a placeholder.
struct Argument {
    std::string_view placeholder; ///< without its braces; a constant
    std::variant<Number, Name, Message> value;
};

/// The texts of several, in English.
std::vector<std::string> english(const std::vector<Message> &messages);

/// What arguments of any message may say by themselves.
MessageTemplates argument_messages();

} // namespace mvr
