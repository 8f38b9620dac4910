#include "host/export.hpp"

#include "support/json.hpp"
#include "support/os.hpp"

namespace mvr::host {

Result<std::int64_t> export_events(const store::EventLog *log, const std::string &path)
{
    if (log == nullptr) {
        return Error{Errc::conflict, "there is no record to export", "",
                     "See the record's problem in the Server panel."};
    }
    std::string lines;
    std::int64_t count = 0;
    auto read = log->for_each([&](const store::Event &event) {
        lines += to_text({{"sequence", event.sequence},
                          {"id", event.id},
                          {"time", iso8601(event.time_ms)},
                          {"type", event.type},
                          {"version", event.version},
                          {"pseudonym", event.pseudonym},
                          {"payload", event.payload}});
        lines += '\n';
        ++count;
    });
    if (!read) return read.error();
    if (auto written = os::write_private_file(path, lines); !written) return written.error();
    return count;
}

} // namespace mvr::host
