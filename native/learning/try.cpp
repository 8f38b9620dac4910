#include "learning/try.hpp"

namespace mvr::learning {

std::string_view to_text(TryCause cause)
{
    switch (cause) {
    case TryCause::held: return "held";
    case TryCause::submitted: return "submitted";
    case TryCause::slip_left: return "slip_left";
    case TryCause::unit_left: break;
    }
    return "unit_left";
}

} // namespace mvr::learning
