#pragma once

// One value of a described struct whose type only its maker and its taker know: what a tool
// answers, what it asks of the scene and what the scene answers, on their way through those who
// carry them.

#include "support/describe.hpp"
#include "support/error.hpp"
#include "support/json_writer.hpp"
#include "support/type_name.hpp"
#include "support/value_sink.hpp"

#include <memory>
#include <string>
#include <utility>

namespace mvr {

/// Copies share the value, which does not change. Thread: any.
class DescribedValue {
  public:
    DescribedValue() = default; ///< nothing; only another one may be assigned to it
    template <Described T>
    explicit DescribedValue(T value) : DescribedValue(std::make_shared<const T>(std::move(value)))
    {
    }
    template <Described T>
    explicit DescribedValue(std::shared_ptr<const T> value)
        : value_(std::move(value)), type_(&type_of<T>)
    {
    }

    explicit operator bool() const { return value_ != nullptr; }

    /// As JSON, in the form in which a client reads it.
    std::string json_text() const
    {
        std::string out;
        type_->write_json(out, value_.get());
        return out;
    }
    void write(ValueSink &sink) const { type_->write(sink, value_.get()); }

    /// The value itself. Throws Failure (internal) where it is of another type.
    template <Described T> const T &as() const
    {
        if (type_ == &type_of<T>) return *static_cast<const T *>(value_.get());
        throw Failure({Errc::internal, "it is no " + std::string(type_name<T>()), "", ""});
    }

  private:
    struct Type {
        void (*write_json)(std::string &, const void *);
        void (*write)(ValueSink &, const void *);
    };
    template <class T>
    static constexpr Type type_of{[](std::string &out, const void *value) {
                                      out = json_text_of(*static_cast<const T *>(value));
                                  },
                                  [](ValueSink &sink, const void *value) {
                                      write_value(sink, *static_cast<const T *>(value));
                                  }};

    std::shared_ptr<const void> value_;
    const Type *type_ = nullptr;
};

} // namespace mvr
