#pragma once

#include "store/page_images.hpp"
#include "store/sealed_row.hpp"

#include <map>
#include <vector>

namespace mvr::store {

/// A row found in a page's bytes. Nothing of it is verified.
struct CarvedRow {
    SealedRow row;
    bool committed = false; ///< it stands in a page that SQLite itself would read
};

/// Finds our rows in page images by the shape of their records, wherever they stand, without asking
/// any header, pointer or inner page: an altered byte costs at most the record that holds it.
///
/// Source: https://www.sqlite.org/fileformat2.html, "Record Format" and "Cell Payload Overflow
/// Pages".
class CarvedRows {
  public:
    /// `images` must stay.
    explicit CarvedRows(const PageImages &images);

    std::int64_t last_sequence() const;

    /// The numbers behind `sequence` that some row claims, in order. An altered one may be
    /// anywhere, so whoever looks at all goes from one to the next and never counts.
    std::vector<std::int64_t> sequences_after(std::int64_t sequence) const;

    /// Whether every number from 1 to `last` has a row whose bytes fit their hash.
    bool whole(std::int64_t last) const;

    /// One more row that claims its number, found by somebody else.
    void add(const SealedRow &row);

    /// Everything that claims this number; identical ones once, the newest first.
    std::vector<CarvedRow> rows(std::int64_t sequence) const;

    const std::vector<StreamRow> &streams() const { return streams_; }
    const std::vector<Tombstone> &tombstones() const { return tombstones_; }

  private:
    struct Place {
        std::size_t image = 0;
        std::size_t record = 0; ///< where in it the record's header begins
    };
    void scan(std::size_t image);

    const PageImages &images_;
    std::map<std::int64_t, std::vector<Place>> places_;
    std::map<std::int64_t, SealedRow> added_;
    std::vector<StreamRow> streams_;
    std::vector<Tombstone> tombstones_;
};

} // namespace mvr::store
