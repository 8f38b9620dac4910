#pragma once

#include "store/sqlite_file.hpp"
#include "vault/secret.hpp"

#include <cstdint>
#include <map>
#include <vector>

namespace mvr::store {

/// One page as it stands somewhere in the database or in its write-ahead file.
struct PageImage {
    std::uint32_t number = 0;
    bool committed = false; ///< SQLite itself would read it: of a transaction that is whole
    std::span<const std::byte> bytes;
};

/// Every image of every page in a database file and its write-ahead file, whatever their headers
/// and checksums say. For salvaging what SQLite does not read any more.
///
/// Source: https://www.sqlite.org/fileformat2.html, "The WAL File Format".
class PageImages {
  public:
    /// Reads both files into memory; with `wal_only` leaves the database out. One that is not there
    /// is empty.
    explicit PageImages(const std::string &path, bool wal_only = false);

    const std::vector<PageImage> &all() const { return images_; }

    /// Images of one page, the newest first.
    std::vector<const PageImage *> of(std::uint32_t number) const;

    /// Whether frames stand in the write-ahead file behind the last transaction that SQLite reads:
    /// an unfinished one, or one that was altered.
    bool frames_behind() const { return frames_behind_; }

    /// Whether what stands there ends like a finished transaction.
    bool ends_complete() const { return ends_complete_; }

  private:
    void add_database();
    void add_wal();

    vault::Bytes database_;
    vault::Bytes wal_;
    std::vector<PageImage> images_; ///< the oldest first
    std::multimap<std::uint32_t, std::size_t> by_number_;
    bool frames_behind_ = false;
    bool ends_complete_ = false;
};

} // namespace mvr::store
