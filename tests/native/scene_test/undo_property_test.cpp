#include "fixture.hpp"
#include "turned_bolts.hpp"

#include <map>
#include <random>

using namespace mvr::scene;
using namespace mvr::scene::test;

TEST_CASE("whatever was done and undone before, the right order from there passes", "[scene][undo]")
{
    for (unsigned seed = 1; seed <= 500; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        Bench bench(star);
        const auto start = bench.now();
        std::vector<std::map<int, double>> history{start};
        for (int i = 0; i < 20; ++i) {
            const auto pick = random() % 4;
            if (pick == 3 && history.size() > 1) {
                history.pop_back();
                bench.undo_to(history.back());
                continue;
            }
            bench.turn(std::vector{1, 5, 3, 1}.at(pick), random() % 2 == 0 ? 36 : 10);
            history.push_back(bench.now());
        }
        while (history.size() > 1) {
            history.pop_back();
            bench.undo_to(history.back());
        }
        REQUIRE_FALSE(bench.standing().broken);
        REQUIRE(bench.evaluate().score == 0);
        for (const int bolt : {1, 5, 3})
            bench.turn(bolt, 36);
        REQUIRE(bench.evaluate().passed);
    }
}
