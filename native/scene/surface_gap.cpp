#include "scene/surface_gap.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <queue>

namespace mvr::scene {
namespace {

constexpr double exactness_m = 1e-7;

/// Goes down two trees at once, the nearest pair of nodes first, until no pair is left that could
/// be nearer than the nearest triangles so far.
class GapSearch {
  public:
    GapSearch(const PlacedSurface &a, const PlacedSurface &b) : a_(a), b_(b) {}

    double run()
    {
        descend();
        add({bound(0, 0), 0, 0, 0});
        while (!open_.empty()) {
            const Pair pair = open_.top();
            open_.pop();
            if (pair.least + exactness_m >= least_) break;
            // The direction may be a better one than when the pair was put there.
            if (bound(pair.i, pair.j) + exactness_m < least_) visit(pair);
        }
        return least_ <= exactness_m ? 0 : least_;
    }

  private:
    struct Pair {
        double least; ///< that the distance can be
        std::size_t triangles;
        std::size_t i, j;
        /// Of pairs that may all touch the smaller goes first, so that a touch is found soon.
        bool operator<(const Pair &other) const
        {
            return least != other.least ? least > other.least : triangles > other.triangles;
        }
    };

    const Surface::TreeNode &left(std::size_t i) const { return a_.surface().node(i); }
    const Surface::TreeNode &right(std::size_t j) const { return b_.surface().node(j); }

    double bound(std::size_t i, std::size_t j) const
    {
        double least = distance_between(a_.box(left(i).box), b_.box(right(j).box));
        // Along the way between the nearest triangles so far the slabs bound it more tightly.
        if (least + exactness_m < least_ && direction_ != Vec3{}) {
            least = std::max(least, -b_.reach(right(j).slab, direction_ * -1) -
                                        a_.reach(left(i).slab, direction_));
        }
        return least;
    }

    /// The two pairs that a pair of nodes is divided into.
    std::array<Pair, 2> halves(std::size_t i, std::size_t j) const
    {
        const auto &a = left(i);
        const auto &b = right(j);
        const auto pair = [&](std::size_t k, std::size_t l) {
            return Pair{bound(k, l), left(k).count + right(l).count, k, l};
        };
        if (!a.is_leaf() && (b.is_leaf() || a.count >= b.count)) {
            return {pair(a.left, j), pair(a.right, j)};
        }
        return {pair(i, b.left), pair(i, b.right)};
    }

    bool are_leaves(std::size_t i, std::size_t j) const
    {
        return left(i).is_leaf() && right(j).is_leaf();
    }

    /// Straight down to some near pair of triangles, so that a direction is known to begin with.
    void descend()
    {
        std::size_t i = 0;
        std::size_t j = 0;
        while (!are_leaves(i, j)) {
            const auto [one, other] = halves(i, j);
            const Pair &nearer = one < other ? other : one;
            i = nearer.i;
            j = nearer.j;
        }
        compare(left(i), right(j));
    }

    void add(const Pair &pair)
    {
        if (pair.least + exactness_m < least_) open_.push(pair);
    }

    void visit(const Pair &pair)
    {
        if (are_leaves(pair.i, pair.j)) {
            compare(left(pair.i), right(pair.j));
            return;
        }
        for (const Pair &half : halves(pair.i, pair.j))
            add(half);
    }

    void compare(const Surface::TreeNode &a, const Surface::TreeNode &b)
    {
        for (std::size_t i = a.first; i < a.first + a.count; ++i) {
            const Triangle triangle = a_.triangle(i);
            for (std::size_t j = b.first; j < b.first + b.count; ++j) {
                const Vec3 way = way_between(triangle, b_.triangle(j));
                if (!(length(way) < least_)) continue;
                least_ = length(way);
                direction_ = normalised(way);
            }
        }
    }

    const PlacedSurface &a_;
    const PlacedSurface &b_;
    std::priority_queue<Pair> open_;
    double least_ = std::numeric_limits<double>::infinity();
    Vec3 direction_; ///< from a to b
};

} // namespace

double gap_between(const PlacedSurface &a, const PlacedSurface &b)
{
    const Box around_a = a.box();
    const Box around_b = b.box();
    if (!is_finite(around_a.middle + around_a.half) ||
        !is_finite(around_b.middle + around_b.half)) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    const double gap = GapSearch(a, b).run();
    // Where no triangles meet, one may still lie in the other as a whole.
    if (gap > 0 && (a.contains(b.triangle(0)[0]) || b.contains(a.triangle(0)[0]))) return 0;
    return gap;
}

} // namespace mvr::scene
