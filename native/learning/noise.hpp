#pragma once

#include <cstdint>

namespace mvr::learning {

/// ε of the `seed` rule: Gaussian numbers with mean 0 and standard deviation .1, the same for the
/// same seed in every build, since <random>'s distributions differ between standard libraries.
/// Algorithm: SplitMix64 (Steele, Lea & Flood 2014), two outputs x₁ x₂ a number; u₁ =
/// (⌊x₁/2¹¹⌋+1)/2⁵³, u₂ = ⌊x₂/2¹¹⌋/2⁵³; Box & Muller 1958, cosine branch: .1·√(−2 ln u₁)·cos 2πu₂.
/// Its whole state is one number, so a recorded run can go on from `state()`. Thread: one at a time
/// per object.
class ExplorationNoise {
  public:
    static constexpr double standard_deviation = .1;

    explicit ExplorationNoise(std::uint64_t seed) : state_(seed) {}

    /// The next ε.
    double next();

    /// The next 64 random bits, on which `next` is built.
    std::uint64_t next_bits();

    /// The seed that continues this sequence.
    std::uint64_t state() const { return state_; }

  private:
    std::uint64_t state_;
};

} // namespace mvr::learning
