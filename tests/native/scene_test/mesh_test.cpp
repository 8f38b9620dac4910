#include "fixture.hpp"

#include <array>
#include <cstdint>

using namespace mvr;
using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

using Said = std::vector<std::string>;

/// A cube has 8 vertices, 12 edges and 6 faces (Euler: 8 - 12 + 6 = 2).
const MeshCounts cube{8, 12, 6, 0};

Snapshot with_mesh(std::optional<MeshCounts> mesh, double seconds = 0)
{
    auto made = object("Cube");
    made.mesh = mesh;
    return scene_of({made}, seconds);
}

std::string counted(const std::string &members)
{
    return R"({"mesh":{"object":"Cube",)" + members + "}}";
}

const std::string closed = R"({"manifold":{"object":"Cube"}})";

/// Edges 0 to 11 of a cube, one for each corner of its faces.
constexpr std::array<std::int32_t, 24> corners_of_cube{0, 1, 2, 3,  4, 5,  6, 7,  0, 8,  4, 9,
                                                       1, 9, 5, 10, 2, 10, 6, 11, 3, 11, 7, 8};

} // namespace

TEST_CASE("mesh counts faces, edges or vertices", "[scene][mesh]")
{
    CHECK(judged(counted(R"("count_of":"faces","min":6,"max":6)"), with_mesh(cube)).passed);
    CHECK(judged(counted(R"("count_of":"edges","min":12,"max":12)"), with_mesh(cube)).passed);
    CHECK(judged(counted(R"("count_of":"vertices","min":8,"max":8)"), with_mesh(cube)).passed);
    CHECK(judged(counted(R"("min":6,"max":6)"), with_mesh(cube)).passed); // of faces
}

TEST_CASE("mesh holds exactly at its limits and not one beside them", "[scene][mesh]")
{
    CHECK_FALSE(judged(counted(R"("min":7)"), with_mesh(cube)).passed);
    CHECK_FALSE(judged(counted(R"("max":5)"), with_mesh(cube)).passed);
    CHECK(judged(counted(R"("min":0)"), with_mesh(MeshCounts{})).passed);
    CHECK_FALSE(judged(counted(R"("min":1)"), with_mesh(MeshCounts{})).passed);
    const MeshCounts large{3'000'001, 0, 0, std::nullopt};
    CHECK(judged(counted(R"("count_of":"vertices","min":3000001)"), with_mesh(large)).passed);
    CHECK_FALSE(judged(counted(R"("count_of":"vertices","min":3000002)"), with_mesh(large)).passed);
}

TEST_CASE("mesh says how many there are and how many are asked", "[scene][mesh]")
{
    const auto said = [](const std::string &members, const MeshCounts &mesh) {
        return english(judged(counted(members), with_mesh(mesh)).unmet);
    };

    CHECK(said(R"("min":8)", cube) == Said{"Cube has 6 faces; it needs at least 8."});
    CHECK(said(R"("count_of":"edges","max":11)", cube) ==
          Said{"Cube has 12 edges; it may have at most 11."});
    CHECK(said(R"("count_of":"vertices","min":2)", {1, 0, 0, 0}) ==
          Said{"Cube has 1 vertex; it needs at least 2."});
    CHECK(said(R"("count_of":"vertices","min":3000002)", {3'000'001, 0, 0, std::nullopt}) ==
          Said{"Cube has 3000001 vertices; it needs at least 3000002."});
}

TEST_CASE("less margin leaves counts as they are", "[scene][mesh]")
{
    Tracker tracker(compiled(counted(R"("max":6)")), with_mesh(cube));
    tracker.set_tolerance_factor(0.5);
    tracker.observe(with_mesh(cube, 1));
    CHECK(tracker.evaluate().passed);
}

TEST_CASE("what is no mesh has no counts, and is not open", "[scene][mesh]")
{
    const auto condition = GENERATE(as<std::string>{}, counted(R"("min":1)"), closed);
    const auto found = judged(condition, with_mesh(std::nullopt));

    CHECK_FALSE(found.passed);
    CHECK(found.evidence["problem"] == "not a mesh");
    CHECK(english(found.unmet) == Said{"This could not be measured: not a mesh."});
    CHECK_FALSE(judged(R"({"not":)" + condition + "}", with_mesh(std::nullopt)).passed);
}

TEST_CASE("manifold holds while no edge is open, and needs a face", "[scene][manifold]")
{
    CHECK(judged(closed, with_mesh(cube)).passed);
    CHECK_FALSE(judged(closed, with_mesh(MeshCounts{8, 12, 5, 4})).passed);
    CHECK_FALSE(judged(closed, with_mesh(MeshCounts{3, 0, 0, 0})).passed);
}

TEST_CASE("manifold says how many edges are open", "[scene][manifold]")
{
    const auto said = [](const MeshCounts &mesh) {
        return english(judged(closed, with_mesh(mesh)).unmet);
    };

    CHECK(said({8, 12, 5, 4}) ==
          Said{"4 edges of Cube do not lie between exactly two faces; the mesh must be closed."});
    CHECK(said({8, 12, 6, 1}) ==
          Said{"1 edge of Cube does not lie between exactly two faces; the mesh must be closed."});
    CHECK(said({3, 2, 0, 2}) == Said{"The mesh of Cube has no face; the mesh must be closed."});
}

TEST_CASE("a mesh that is too large to look at is neither closed nor open", "[scene][manifold]")
{
    const auto large = with_mesh(MeshCounts{8, 12, 6, std::nullopt});

    CHECK(judged(closed, large).evidence["problem"] == "mesh too large");
    CHECK_FALSE(judged(R"({"not":)" + closed + "}", large).passed);
}

TEST_CASE("open edges are those that do not stand at exactly two corners", "[scene][manifold]")
{
    CHECK(count_open_edges(12, corners_of_cube) == 0);
    // Without its last face the four edges of that face are open: 3, 11, 7 and 8.
    CHECK(count_open_edges(12, std::span(corners_of_cube).first(20)) == 4);
    // A face more on edge 0 is one too many, and its two other edges are open.
    std::vector<std::int32_t> fin(corners_of_cube.begin(), corners_of_cube.end());
    fin.insert(fin.end(), {0, 12, 13});
    CHECK(count_open_edges(14, fin) == 3);
    CHECK(count_open_edges(1, {}) == 1); // a loose edge
    CHECK(count_open_edges(0, std::array<std::int32_t, 2>{-1, 7}) == 0);
}

TEST_CASE("cutting a face is a change of the object", "[scene][mesh]")
{
    Tracker tracker(compiled(counted(R"("min":7)")), with_mesh(cube));
    tracker.observe(with_mesh(MeshCounts{8, 13, 7, 0}, 1));

    CHECK(tracker.standing().changed == Said{"Cube"});
    CHECK(tracker.standing().holds);
}

TEST_CASE("a condition names the objects whose mesh it counts, and no others", "[scene][mesh]")
{
    const auto condition = compiled(R"({"all":[{"mesh":{"object":"B","min":1}},)"
                                    R"({"not":{"manifold":{"object":"A"}}},)"
                                    R"({"visible":{"object":"C"}}]})");

    CHECK(condition.mesh_names() == std::vector<std::string>{"A", "B"});
}
