#pragma once

#include "support/error.hpp"

#include <optional>
#include <utility>
#include <variant>

namespace mvr {

/// A value, or the reason why there is none. Spelled like std::expected (C++23), which will replace
/// it. Reading the side that is not there is a bug and throws std::bad_variant_access.
template <class T> class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::move(value)) {}
    Result(Error error) : state_(std::move(error)) {}

    explicit operator bool() const noexcept { return state_.index() == 0; }
    bool has_value() const noexcept { return state_.index() == 0; }

    T &value() & { return std::get<0>(state_); }
    const T &value() const & { return std::get<0>(state_); }
    T &&value() && { return std::get<0>(std::move(state_)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    const Error &error() const & { return std::get<1>(state_); }
    Error &&error() && { return std::get<1>(std::move(state_)); }

  private:
    std::variant<T, Error> state_;
};

template <> class [[nodiscard]] Result<void> {
  public:
    Result() = default;
    Result(Error error) : error_(std::move(error)) {}

    explicit operator bool() const noexcept { return !error_; }
    bool has_value() const noexcept { return !error_; }
    const Error &error() const & { return *error_; }
    Error &&error() && { return *std::move(error_); }

  private:
    std::optional<Error> error_;
};

} // namespace mvr
