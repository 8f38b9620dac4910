// Over 250 lines: one generator, read from top to bottom.
#include "bench_record.hpp"

#include "host/engine_status.hpp"
#include "support/shape_catalogue.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <vector>

using namespace mvr;
using namespace mvr::tools;

namespace {

/// One generated Python module.
struct Module {
    std::string path; ///< below python/core
    std::string name; ///< as the later ones import it
    std::string head; ///< from its sentence to the import of what shapes are made from
    std::vector<Shape> shapes;
    std::vector<CallShape> calls;
};

constexpr auto made_from = R"( Made from their descriptions in native/tools.

Write it anew with `test_tools "[write-docs]"`; a test says when that is due.
"""
)";
constexpr auto imports = R"(
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
)";

Module status_module()
{
    ShapeCatalogue catalogue;
    catalogue.add<host::Status>();
    catalogue.add<host::EventCount>();
    std::string head = R"("""What the engine says of itself. Made from descriptions in native/host.

Write it anew with `test_tools "[write-docs]"`; a test says when that is due.
"""
)";
    head += imports;
    head += "from typing import Any, ClassVar, Literal\n\nfrom .shape import Shape\n";
    return {"status_shapes", "..status_shapes", head, catalogue.shapes(), {}};
}

const std::string replies = "replies";
const std::string arguments = "arguments";

/// Which file a tool's command to the scene stands in: that of the simulator's tools concern the
/// viewport; those with which a lesson is made and learned are the first; the others do what else a
/// person does in the window.
std::string_view command_file(const mcp::Tool &tool)
{
    static const std::set<std::string_view> learning{"check_lesson",
                                                     "save_lesson",
                                                     "start_session",
                                                     "end_session",
                                                     "evaluate_assessment",
                                                     "evaluate_unit",
                                                     "show_hint",
                                                     "create_blender_knowledge_node",
                                                     "create_assessment_trigger",
                                                     "update_blender_scene_metadata"};
    if (tool.scope == access::Scope::simulator_run) return "viewport";
    return learning.contains(tool.name) ? "scene" : "window";
}

Module commands_module(const std::string &of)
{
    Bench bench;
    ShapeCatalogue catalogue;
    for (const mcp::Tool *tool : bench.table->all()) {
        if (command_file(*tool) != of) continue;
        if (tool->add_scene_command != nullptr) tool->add_scene_command(catalogue);
    }
    const std::string head =
        R"("""The commands to the )" + of + " and their replies." + made_from + imports +
        "from typing import Any, ClassVar, Literal\n\nfrom .shape import Command, Shape\n";
    const std::string name = of + "_shapes";
    return {name, ".." + name, head, catalogue.shapes(), catalogue.calls()};
}

/// The first of `modules()`; they import nothing of each other.
constexpr std::size_t command_modules = 3;

bool is_about_consent(const mcp::Tool &tool)
{
    return tool.name.ends_with("_consent") || tool.name == "get_session_replay";
}

/// The replies or the arguments of the tools of one scope, without the shapes that an earlier
/// module has. Those about consent, and what it allows, have a module of their own: no scope.
Module tools_module(const std::string &package, std::optional<access::Scope> scope,
                    const std::vector<Module> &earlier)
{
    Bench bench;
    ShapeCatalogue catalogue;
    for (const auto &table : {bench.table, bench.own_table}) {
        for (const mcp::Tool *tool : table->all()) {
            if (is_about_consent(*tool) ? scope.has_value() : tool->scope != scope) continue;
            package == replies ? tool->add_reply(catalogue) : tool->add_call(catalogue, tool->name);
        }
    }
    // What Blender says of the open file, of which reading tools answer.
    if (package == replies && scope == access::Scope::lessons_read) catalogue.add<Lesson>();
    std::vector<Shape> own = catalogue.shapes();
    for (const Module &module : earlier)
        for (const Shape &known : module.shapes)
            std::erase_if(own, [&](const Shape &one) { return one.name == known.name; });
    const std::string text = scope ? std::string(access::to_text(*scope)) : "consent";
    const std::string name = std::regex_replace(text, std::regex(":"), "_");
    const std::string of = scope ? " of the tools with the scope " : " of the tools about ";
    const std::string head = R"("""The )" + package + of + text + "." + made_from + imports +
                             "from typing import Any, ClassVar, Literal\n\n";
    return {package + "/" + name, ".." + package + "." + name, head, std::move(own),
            catalogue.calls()};
}

/// In the order in which they import each other.
std::vector<Module> modules()
{
    Bench bench;
    std::set<access::Scope> scopes;
    for (const auto &table : {bench.table, bench.own_table})
        for (const mcp::Tool *tool : table->all())
            scopes.insert(tool->scope);
    std::vector<Module> made{commands_module("scene"), commands_module("viewport"),
                             commands_module("window")};
    for (const std::string &package : {replies, arguments}) {
        for (const access::Scope scope : scopes)
            made.push_back(tools_module(package, scope, made));
        made.push_back(tools_module(package, std::nullopt, made));
    }
    return made;
}

bool names(const Module &module, const Shape &shape)
{
    const std::regex whole_name("\\b" + shape.name + "\\b");
    for (const Shape &one : module.shapes)
        for (const ShapeMember &member : one.members)
            if (std::regex_search(member.type, whole_name)) return true;
    return std::ranges::find(module.calls, shape.name, &CallShape::reply) != module.calls.end();
}

/// `from x import (…)` of those shapes of `module` for which `is_imported` holds.
template <class IsImported>
void write_import(std::ostream &out, const Module &module, IsImported is_imported)
{
    std::string imported;
    for (const Shape &shape : module.shapes)
        if (is_imported(shape)) imported += "    " + shape.name + ",\n";
    if (!imported.empty()) out << "from " << module.name << " import (\n" << imported << ")\n";
}

std::string base_of(const Module &module, const CallShape &call)
{
    const bool is_scene = module.name.ends_with("_shapes");
    return is_scene ? "(Command)" : "(ToolArguments[" + call.reply + "])";
}

void write_shape(std::ostream &out, const Shape &shape, const Module &module)
{
    const auto call = std::ranges::find(module.calls, shape.name, &CallShape::arguments);
    const bool is_call = call != module.calls.end();
    out << "\n\n@dataclass(frozen=True, kw_only=True)\nclass " << shape.name
        << (is_call ? base_of(module, *call) : "(Shape)") << ":\n";
    if (is_call) out << "    NAME: ClassVar[str] = \"" << call->name << "\"\n\n";
    if (!is_call && shape.members.empty()) out << "    pass\n";
    for (const ShapeMember &member : shape.members) {
        const bool is_keyword = member.name == "from"; // Python reads it by getattr only
        out << "    " << (is_keyword ? "# " : "") << member.name << ": " << member.type;
        if (!member.default_value.empty()) out << " = " << member.default_value;
        out << "\n";
    }
}

std::string source(const Module &module, std::span<const Module> earlier)
{
    std::ostringstream out;
    out << module.head;
    for (const Module &one : earlier)
        write_import(out, one, [&](const Shape &shape) { return names(module, shape); });
    if (!earlier.empty()) out << "from ..shape import Shape, ToolArguments\n";
    for (const Shape &shape : module.shapes)
        write_shape(out, shape, module);
    std::string text = out.str();
    if (std::ranges::count(text, '\n') > 250)
        text = "# Over 250 lines: it is generated, and each name is that of a C++ struct.\n" + text;
    return text;
}

/// One place to import them from; importing it is what makes them known.
std::string package_source(const std::string &package, std::span<const Module> modules)
{
    std::ostringstream out;
    out << R"("""The )" << package << " of all tools." << made_from << "\n";
    std::set<std::string> all;
    for (const Module &module : modules) {
        if (!module.path.starts_with(package)) continue;
        write_import(out, module, [](const Shape &) { return true; });
        for (const Shape &shape : module.shapes)
            all.insert(shape.name);
    }
    out << "\n__all__ = (\n";
    for (const std::string &name : all)
        out << "    \"" << name << "\",\n";
    out << ")\n";
    return out.str();
}

/// Text by path below python/core.
std::map<std::string, std::string> files()
{
    const std::vector<Module> all = modules();
    std::map<std::string, std::string> made;
    for (std::size_t i = 0; i < all.size(); ++i)
        made[all[i].path + ".py"] =
            source(all[i], std::span(all).first(i < command_modules ? 0 : i));
    const Module status = status_module();
    made[status.path + ".py"] = source(status, {});
    for (const std::string &package : {replies, arguments})
        made[package + "/__init__.py"] = package_source(package, all);
    return made;
}

std::string full_path(const std::string &path)
{
    return std::string(MALLOC_VR_TESTS_DIR) + "/../python/core/" + path;
}

std::string file_text(const std::string &path)
{
    std::ifstream file(full_path(path), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

} // namespace

TEST_CASE("Python knows commands to the scene and tools as they are described", "[tools][shapes]")
{
    INFO("write them anew with: test_tools \"[write-docs]\"");
    for (const auto &[path, text] : files()) {
        CAPTURE(path);
        CHECK((file_text(path) == text));
    }
}

TEST_CASE("write python/core/scene_shapes.py, replies and arguments", "[.write-docs]")
{
    std::filesystem::create_directories(full_path(replies));
    std::filesystem::create_directories(full_path(arguments));
    for (const auto &[path, text] : files()) {
        std::ofstream file(full_path(path), std::ios::binary);
        file << text;
        CHECK(file.flush());
    }
}
