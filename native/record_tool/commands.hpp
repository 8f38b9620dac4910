#pragma once

// record_tool: what an administrator does with a record without Blender. A program of its own and
// no part of the add-on's module: it prints, and its exit codes are for scripts.

#include "store/open_vault.hpp"

#include <memory>
#include <string>

namespace mvr::record_tool {

inline constexpr int intact = 0;
inline constexpr int not_intact = 1;
inline constexpr int could_not =
    2; ///< the command could not do its work; nothing is said of the record

/// How the add-on opens a record. Thread: any.
store::OpenOptions options();

/// Opens the record of the folder; unlike `store::open_vault` it begins none where there is none.
/// Errors: Errc::not_found, and nothing was made; as `store::open_vault`.
Result<std::unique_ptr<store::OpenedVault>> open_existing(const std::string &folder);

/// Prints why something could not be done, on stderr; returns `could_not`.
int complain(const Error &error);

/// Reads the whole record against hashes, chain and signatures, with progress on stderr; prints
/// what there is and what is wrong. Returns an exit code.
int verify(const std::string &folder);

/// Writes every event that can be read to `path`, one JSON object a line. Returns an exit code.
int export_record(const std::string &folder, const std::string &path);

/// Puts the record back that release 0.1.0 left; what came since goes to
/// `since-0.1.0.jsonl` in the folder. Returns an exit code.
int restore_v1_record(const std::string &folder);

} // namespace mvr::record_tool
