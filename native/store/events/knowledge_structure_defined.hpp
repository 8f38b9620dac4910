#pragma once

#include "support/describe.hpp"
#include "support/json.hpp"

#include <string>
#include <string_view>

namespace mvr::store {

/// The structure of a learning domain.
struct KnowledgeStructureDefined {
    static constexpr std::string_view name = "knowledge_structure_defined";
    static constexpr bool leaves_learner = true;

    std::string domain_id;
    Json content_architecture = Json::object();
};

} // namespace mvr::store

namespace mvr {

template <> struct Description<store::KnowledgeStructureDefined> {
    using T = store::KnowledgeStructureDefined;
    static constexpr std::tuple members{
        Member{"domain_id", &T::domain_id, "The domain."},
        Member{"content_architecture", &T::content_architecture, "Units and what they need."},
    };
};

} // namespace mvr
