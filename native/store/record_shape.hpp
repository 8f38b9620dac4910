#pragma once

#include "store/page_images.hpp"
#include "store/sealed_row.hpp"

#include <functional>
#include <optional>

namespace mvr::store {

/// The header of a record of the table `events`, as it stands in a page.
struct EventRecord {
    std::int64_t sequence = 0; ///< the row id before it
    std::size_t header_bytes = 0;
    std::size_t time_bytes = 0;
    bool has_mark = false;
    std::size_t sealed_bytes = 0;

    std::size_t payload_bytes() const; ///< header and values
};

/// Reads the record header that begins at `page[at]`; nothing if it has not that shape.
std::optional<EventRecord> event_record_at(std::span<const std::byte> page, std::size_t at);

/// The row whose values `payload` (header and values, whole) holds.
SealedRow row_of_payload(const EventRecord &record, std::span<const std::byte> payload);

/// Puts the payload that begins at `page[at]` together, from overflow pages where it is long, and
/// hands every way in which that is possible to `take` until it says true (pages may stand in the
/// files more than once).
void assemble_payload(const PageImages &images, std::span<const std::byte> page, std::size_t at,
                      std::size_t payload_bytes,
                      const std::function<bool(std::span<const std::byte>)> &take);

/// A record of the table of streams whose header begins at `page[at]`; nothing if it is none.
std::optional<StreamRow> stream_record_at(std::span<const std::byte> page, std::size_t at);

} // namespace mvr::store
