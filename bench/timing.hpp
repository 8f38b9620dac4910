#pragma once

#include <algorithm>
#include <chrono>
#include <vector>

namespace mvr::bench {

inline double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

template <class Work> double elapsed_us(const Work &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::micro> spent =
        std::chrono::steady_clock::now() - start;
    return spent.count();
}

/// Median of `repeats` runs of `work`, each preceded by `prepare`, which is not timed.
template <class Prepare, class Work>
double median_us(int repeats, const Prepare &prepare, const Work &work)
{
    std::vector<double> times;
    for (int i = 0; i < repeats; ++i) {
        prepare(i);
        times.push_back(elapsed_us([&] { work(i); }));
    }
    return median(std::move(times));
}

} // namespace mvr::bench
