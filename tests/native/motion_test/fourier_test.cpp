#include "generated.hpp"
#include "motion/fourier.hpp"
#include "support/error.hpp"

#include <catch2/catch.hpp>

#include <complex>
#include <numbers>

using namespace mvr;
using namespace mvr::motion;

TEST_CASE("the spectrum is the sum that defines it", "[motion][fourier]")
{
    Movements some(4);
    for (const std::size_t count : {1U, 7U, 32U, 100U}) {
        CAPTURE(count);
        std::vector<double> values;
        for (std::size_t i = 0; i < count; ++i)
            values.push_back(some.between(-1, 1));
        const std::size_t size = 128;
        const auto spectrum = magnitude_spectrum(values, size);

        REQUIRE(spectrum.size() == size / 2 + 1);
        for (std::size_t k = 0; k < spectrum.size(); ++k) {
            std::complex<double> sum;
            for (std::size_t i = 0; i < count; ++i) {
                const double angle = -2 * std::numbers::pi * static_cast<double>(k * i) / size;
                sum += values[i] * std::polar(1.0, angle);
            }
            CHECK(spectrum[k] == Approx(std::abs(sum)).margin(1e-10));
        }
    }
}

TEST_CASE("a size that is no power of two or too small is an internal error", "[motion][fourier]")
{
    const std::vector<double> values(20, 1.0);

    CHECK_THROWS_AS(magnitude_spectrum(values, 48), Failure);
    CHECK_THROWS_AS(magnitude_spectrum(values, 16), Failure);
}
