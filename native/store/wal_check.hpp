#pragma once

#include <string>

namespace mvr::store {

/// SQLite reads its write-ahead file up to the first frame that is broken and drops the rest
/// without a word, since a power cut leaves such an end. But only the last transaction can be cut
/// off: when more than one complete transaction stands behind the break, the file was damaged, and
/// this says so.
///
/// Empty when nothing is wrong (or there is no such file). Damage within the last transaction
/// cannot be told from a power cut. Source: https://www.sqlite.org/fileformat2.html#walformat
std::string wal_problem(const std::string &wal_path);

} // namespace mvr::store
