#pragma once

#include "scene/program.hpp"
#include "support/error.hpp"
#include "support/json.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mvr::scene {

/// Builds a program node by node, children first. The first fault is kept and ends the work; until
/// then every reader returns something harmless, so that predicates need no branch for each member.
class Compiler {
  public:
    /// Reads the condition at `path` and all below it.
    NodeIndex condition(const Json &json, const std::string &path);

    /// Reads the conditions of a list that must not be empty.
    std::vector<NodeIndex> conditions(const Json &json, const std::string &path);

    ObjectIndex object(const std::string &name);

    void reject(const std::string &field, std::string message, std::string remedy,
                Errc code = Errc::invalid_argument);
    bool failed() const { return error_.has_value(); }
    const Error &error() const { return *error_; }

    Program take_program() { return std::move(program_); }

  private:
    bool enter(const std::string &path);
    void read_node(const Json &json, const std::string &path, Node &node);

    Program program_;
    std::map<std::string, ObjectIndex, std::less<>> object_indices_;
    std::optional<Error> error_;
    std::size_t depth_ = 0;
    std::size_t nodes_ = 0;
};

} // namespace mvr::scene
