#pragma once

// The structure of a learning domain, as process_knowledge_model takes it and the record keeps it.

#include "learning/duration.hpp"
#include "support/describe.hpp"
#include "support/json.hpp"
#include "support/wire_types.hpp"
#include "tools/bounds.hpp"
#include "tools/vocabulary.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mvr::tools {

struct CurriculumUnit {
    std::string unit_id;
    std::vector<std::string> learning_objectives;
    std::vector<std::string> prerequisite_units;
    std::string estimated_duration = learning::default_duration;
};
struct CurriculumDependency {
    std::string unit_id;
    std::vector<std::string> needed; ///< "requires" on the wire, which is a word of the language
};
struct ModularStructure {
    std::vector<CurriculumUnit> units;
};
struct PrerequisiteMapping {
    std::vector<CurriculumDependency> dependencies;
    Enforcement enforcement = Enforcement::gate;
};
struct CrossReferences {
    std::vector<Json> concept_connections;
};
struct ContentArchitecture {
    ModularStructure modular_structure;
    PrerequisiteMapping prerequisite_mapping;
    CrossReferences cross_reference_networks;
};

/// What the record keeps, in shape; it was rejected when it came if it does not fit.
ContentArchitecture read_curriculum(const Json &kept);

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::CurriculumUnit> {
    using T = tools::CurriculumUnit;
    static constexpr bool is_open = true;
    static constexpr std::tuple members{
        Member{"unit_id", &T::unit_id, tools::unit_id_sentence, tools::unit_id_bounds},
        Member{"learning_objectives", &T::learning_objectives, "",
               items(0, 64).each(tools::objective_bounds)},
        Member{"prerequisite_units", &T::prerequisite_units, "",
               items(0, 256).each(tools::unit_id_bounds)},
        Member{"estimated_duration", &T::estimated_duration, learning::duration_examples,
               tools::duration_bounds.or_default()},
    };
};

template <> struct Description<tools::CurriculumDependency> {
    using T = tools::CurriculumDependency;
    static constexpr bool is_open = true;
    static constexpr std::tuple members{
        Member{"unit_id", &T::unit_id, tools::unit_id_sentence, tools::unit_id_bounds},
        Member{"requires", &T::needed, "", items(0, 256).each(tools::unit_id_bounds).or_default()},
    };
};

template <> struct Description<tools::ModularStructure> {
    static constexpr bool is_open = true;
    static constexpr std::tuple members{
        Member{"units", &tools::ModularStructure::units, "", items(0, 1000)}};
};

template <> struct Description<tools::PrerequisiteMapping> {
    using T = tools::PrerequisiteMapping;
    static constexpr bool is_open = true;
    static constexpr std::tuple members{
        Member{"dependencies", &T::dependencies, "", items(0, 1000).or_default()},
        Member{"enforcement", &T::enforcement,
               "Whether a unit waits for its prerequisites, or only says what is better done first",
               or_default},
    };
};

template <> struct Description<tools::CrossReferences> {
    static constexpr bool is_open = true;
    static constexpr std::tuple members{Member{
        "concept_connections", &tools::CrossReferences::concept_connections, "", or_default}};
};

template <> struct Description<tools::ContentArchitecture> {
    using T = tools::ContentArchitecture;
    static constexpr bool is_open = true;
    static constexpr std::tuple members{
        Member{"modular_structure", &T::modular_structure, ""},
        Member{"prerequisite_mapping", &T::prerequisite_mapping, ""},
        Member{"cross_reference_networks", &T::cross_reference_networks, "", or_default},
    };
};

} // namespace mvr
