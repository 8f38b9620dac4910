#include "bench_record.hpp"

#include "support/shape_catalogue.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

using namespace mvr;
using namespace mvr::tools;

namespace one {
struct Same {};
} // namespace one

namespace other {
struct Same {};
} // namespace other

template <> struct mvr::Description<one::Same> {
    static constexpr std::tuple<> members{};
};
template <> struct mvr::Description<other::Same> {
    static constexpr std::tuple<> members{};
};

namespace {

const std::string source_path =
    std::string(MALLOC_VR_TESTS_DIR) + "/../python/core/scene_shapes.py";

constexpr auto head =
    R"(# Over 250 lines: it is generated, and each name is that of a C++ struct.
"""The commands to the scene and their replies. Made from their descriptions in native/tools.

Write it anew with `test_tools "[write-docs]"`; a test says when that is due.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from .shape import Command, Shape
)";

const CommandShape *command_of(const ShapeCatalogue &catalogue, const std::string &shape)
{
    for (const CommandShape &one : catalogue.commands())
        if (one.command == shape) return &one;
    return nullptr;
}

void write(std::ostream &out, const Shape &shape, const CommandShape *command)
{
    out << "\n\n@dataclass(frozen=True, kw_only=True)\nclass " << shape.name
        << (command != nullptr ? "(Command)" : "(Shape)") << ":\n";
    if (command != nullptr) out << "    NAME: ClassVar[str] = \"" << command->name << "\"\n\n";
    for (const ShapeMember &member : shape.members) {
        out << "    " << member.name << ": " << member.type;
        if (!member.default_value.empty()) out << " = " << member.default_value;
        out << "\n";
    }
}

std::string source()
{
    Bench bench;
    ShapeCatalogue catalogue;
    for (const mcp::Tool *tool : bench.table->all())
        if (tool->add_scene_command != nullptr) tool->add_scene_command(catalogue);
    std::ostringstream out;
    out << head;
    for (const Shape &shape : catalogue.shapes())
        write(out, shape, command_of(catalogue, shape.name));
    return out.str();
}

std::string file_text(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

} // namespace

TEST_CASE("Python knows the commands to the scene as their tools describe them", "[tools][shapes]")
{
    INFO("write it anew with: test_tools \"[write-docs]\"");
    CHECK((file_text(source_path) == source()));
}

TEST_CASE("two structs of one name are no shapes: Python would take one for the other",
          "[tools][shapes]")
{
    ShapeCatalogue catalogue;
    catalogue.add<one::Same>();
    catalogue.add<one::Same>();
    CHECK(catalogue.shapes().size() == 1);
    CHECK_THROWS_AS(catalogue.add<other::Same>(), Failure);
}

TEST_CASE("write python/core/scene_shapes.py", "[.write-docs]")
{
    std::ofstream file(source_path, std::ios::binary);
    file << source();
    CHECK(file.flush());
}
