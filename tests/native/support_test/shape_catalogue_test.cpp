#include "support/shape_catalogue.hpp"

#include <catch2/catch.hpp>

#include <tuple>

using namespace mvr;

namespace one {
struct Same {};
} // namespace one

namespace other {
struct Same {};
} // namespace other

template <> struct mvr::Description<one::Same> {
    static constexpr std::tuple<> members{};
};
template <> struct mvr::Description<other::Same> {
    static constexpr std::tuple<> members{};
};

TEST_CASE("two structs of one name are no shapes: Python would take one for the other",
          "[support][shapes]")
{
    ShapeCatalogue catalogue;
    catalogue.add<one::Same>();
    catalogue.add<one::Same>();
    CHECK(catalogue.shapes().size() == 1);
    CHECK_THROWS_AS(catalogue.add<other::Same>(), Failure);
}
