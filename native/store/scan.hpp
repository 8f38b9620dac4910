#pragma once

#include "store/key_ring.hpp"
#include "store/rows.hpp"

#include <functional>
#include <span>
#include <string>

namespace mvr::store {

/// How far the log was found good.
struct Scan {
    Head head;          ///< of the last good event
    std::string damage; ///< what is wrong with the next one; empty when there is none
};

using VisitRow = std::function<void(const Row &, std::span<const std::byte> plain)>;

/// Reads on from `start`, checks number, link and seal of every row, and hands the good ones to
/// `visit`, up to the first that is not. Throws SQLite::Exception when the disk refuses, not when
/// the file is broken.
Scan scan(SQLite::Database &db, KeyRing &keys, const Head &start, const VisitRow &visit);

} // namespace mvr::store
