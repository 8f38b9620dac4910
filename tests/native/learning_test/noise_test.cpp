#include "learning/noise.hpp"
#include "vectors.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace mvr;
using namespace mvr::learning;

TEST_CASE("the generator gives SplitMix64's published numbers", "[learning][noise]")
{
    const Json vectors = learning_vectors("noise");
    ExplorationNoise noise(vectors.at("bits_seed").get<std::uint64_t>());

    for (const Json &bits : vectors.at("bits"))
        CHECK(std::to_string(noise.next_bits()) == bits.get<std::string>());
}

TEST_CASE("the same seed gives the same noise, number for number", "[learning][noise]")
{
    const Json vectors = learning_vectors("noise");
    ExplorationNoise noise(vectors.at("seed").get<std::uint64_t>());

    for (const Json &epsilon : vectors.at("epsilon"))
        CHECK(noise.next() == Approx(epsilon.get<double>()).epsilon(1e-12));
}

TEST_CASE("noise goes on from a recorded state", "[learning][noise]")
{
    ExplorationNoise noise(7);
    noise.next();
    ExplorationNoise resumed(noise.state());

    CHECK(resumed.next() == noise.next());
}

TEST_CASE("a zero from the generator is no infinite noise", "[learning][noise]")
{
    // SplitMix64 maps the state 0 to 0, and this is the seed before it.
    const std::uint64_t before_zero = std::uint64_t{0} - 0x9e3779b97f4a7c15U;
    REQUIRE(ExplorationNoise(before_zero).next_bits() == 0);

    // The largest that can come: .1·√(2·53·ln 2).
    CHECK(std::abs(ExplorationNoise(before_zero).next()) <= .8572);
}

TEST_CASE("noise is Gaussian with mean 0 and standard deviation .1", "[learning][noise]")
{
    constexpr int n = 200'000;
    ExplorationNoise noise(1);
    double sum = 0;
    double squares = 0;
    int within_one = 0;
    for (int i = 0; i < n; ++i) {
        const double epsilon = noise.next();
        sum += epsilon;
        squares += epsilon * epsilon;
        within_one += std::abs(epsilon) < .1 ? 1 : 0;
    }

    // Four standard errors of each statistic.
    CHECK(sum / n == Approx(0).margin(9e-4));
    CHECK(std::sqrt(squares / n) == Approx(.1).margin(6.4e-4));
    CHECK(static_cast<double>(within_one) / n == Approx(.6826895).margin(4.2e-3));
}
