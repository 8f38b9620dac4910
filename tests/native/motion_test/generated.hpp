#pragma once

#include "motion/trajectory.hpp"

#include <cmath>
#include <random>
#include <vector>

// Movements for properties: bounded random walks and sums of a few sines, the same for one seed.

class Movements {
  public:
    explicit Movements(unsigned seed) : random_(seed) {}

    double between(double least, double most)
    {
        return std::uniform_real_distribution<double>(least, most)(random_);
    }

    std::vector<mvr::motion::TimedPoint> movement(double rate_hz, std::size_t count)
    {
        using mvr::motion::Vec3;
        const Vec3 size{between(.1, 1), between(.1, 1), between(.1, 1)};
        const Vec3 pace{between(.5, 3), between(.5, 3), between(.5, 3)};
        std::vector<mvr::motion::TimedPoint> points;
        for (std::size_t i = 0; i < count; ++i) {
            const double seconds = static_cast<double>(i) / rate_hz;
            points.push_back({seconds,
                              {size.x * std::sin(pace.x * seconds) + between(-.001, .001),
                               size.y * std::cos(pace.y * seconds) + between(-.001, .001),
                               size.z * std::sin(pace.z * seconds + 1)}});
        }
        return points;
    }

    mvr::motion::Quat rotation()
    {
        const mvr::motion::Vec3 axis{between(-1, 1), between(-1, 1), between(-1, 1)};
        return mvr::scene::about(mvr::scene::normalised(axis), between(-3, 3));
    }

  private:
    std::mt19937 random_;
};

inline std::vector<mvr::motion::Vec3> places(const std::vector<mvr::motion::TimedPoint> &points)
{
    std::vector<mvr::motion::Vec3> all;
    for (const auto &each : points)
        all.push_back(each.point);
    return all;
}
