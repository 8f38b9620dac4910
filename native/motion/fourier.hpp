#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace mvr::motion {

/// |DFT| of `values`, zeros behind them up to `size`; the first half (0 to half the rate), that is
/// `size / 2 + 1` numbers. `size` is a power of two, not below the number of values, else Failure.
/// Source: radix-2 decimation in time (Cooley & Tukey 1965). Thread: any.
std::vector<double> magnitude_spectrum(std::span<const double> values, std::size_t size);

} // namespace mvr::motion
