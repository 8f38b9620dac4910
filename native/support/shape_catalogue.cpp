#include "support/shape_catalogue.hpp"

namespace mvr::shape {

std::string literal(const std::vector<std::string_view> &texts)
{
    std::string all = "Literal[";
    for (const std::string_view text : texts) {
        if (all.back() != '[') all += ", ";
        ((all += '"') += text) += '"';
    }
    all += ']';
    return all;
}

} // namespace mvr::shape
