#include "tools/curriculum.hpp"

#include "support/json_codec.hpp"
#include "support/log.hpp"

namespace mvr::tools {

ContentArchitecture read_curriculum(const Json &kept)
{
    ContentArchitecture read;
    if (!read_json_value(kept, read)) log_warning("a curriculum in the record is out of shape");
    return read;
}

} // namespace mvr::tools
