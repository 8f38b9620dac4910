#include "motion/fourier.hpp"

#include "support/error.hpp"

#include <bit>
#include <complex>
#include <numbers>
#include <utility>

namespace mvr::motion {
namespace {

using Complex = std::complex<double>;

void order_by_reversed_bits(std::vector<Complex> &values)
{
    for (std::size_t i = 1, j = 0; i < values.size(); ++i) {
        std::size_t bit = values.size() >> 1;
        for (; j & bit; bit >>= 1)
            j ^= bit;
        j ^= bit;
        if (i < j) std::swap(values[i], values[j]);
    }
}

void transform(std::vector<Complex> &values)
{
    const std::size_t size = values.size();
    std::vector<Complex> turns(size / 2); // each from its angle: a running product drifts
    for (std::size_t i = 0; i < turns.size(); ++i) {
        turns[i] = std::polar(1.0, -2 * std::numbers::pi * static_cast<double>(i) /
                                       static_cast<double>(size));
    }
    order_by_reversed_bits(values);
    for (std::size_t span = 2; span <= size; span *= 2) {
        const std::size_t half = span / 2;
        const std::size_t stride = size / span;
        for (std::size_t begin = 0; begin < size; begin += span) {
            for (std::size_t i = 0; i < half; ++i) {
                const Complex odd = values[begin + half + i] * turns[i * stride];
                values[begin + half + i] = values[begin + i] - odd;
                values[begin + i] += odd;
            }
        }
    }
}

} // namespace

std::vector<double> magnitude_spectrum(std::span<const double> values, std::size_t size)
{
    if (!std::has_single_bit(size) || values.size() > size)
        throw Failure({Errc::internal, "a spectrum needs a power of two that holds all", "", ""});
    std::vector<Complex> all(values.begin(), values.end());
    all.resize(size);
    transform(all);
    std::vector<double> magnitudes;
    magnitudes.reserve(size / 2 + 1);
    for (std::size_t i = 0; i <= size / 2; ++i)
        magnitudes.push_back(std::abs(all[i]));
    return magnitudes;
}

} // namespace mvr::motion
