#pragma once

#include "store/head_file.hpp"
#include "store/inspect.hpp"
#include "store/open_vault.hpp"
#include "store/sqlite_event_store.hpp"

#include <memory>
#include <mutex>
#include <vector>

namespace mvr::store {

/// The vault of a folder, as `open_vault` gives it.
class VaultOnDisk final : public OpenedVault {
  public:
    VaultOnDisk(VaultFiles files, vault::Key vault_key, OpenOptions options,
                std::unique_ptr<os::FileLock> lock, VaultReport report, HeadFile head_file,
                Inspected inspected);

    SqliteEventStore &store() override { return *store_; }
    Result<StreamKeys> keys() override;
    vault::VaultKeys vault_keys() const override { return vault::VaultKeys(vault_key_); }
    TraceStore &traces() override { return traces_; }
    const VaultReport &report() const override { return report_; }
    Result<VerifyProgress> verify_step(std::int64_t rows) override;
    Result<Tombstone> erase(const vault::Pseudonym &learner, const std::string &cause) override;
    Result<Tombstone> purge(std::int64_t sequence, const std::string &cause) override;

  private:
    Result<std::unique_ptr<SQLite::Database>> repair(const RecordEnd &head);
    std::vector<Finding> take_findings();

    std::unique_ptr<os::FileLock> lock_; ///< given up last
    VaultFiles files_;
    vault::Key vault_key_;
    const vault::VaultKeys keys_; ///< what follows from it, for this object's own use
    OpenOptions options_;
    TraceStore traces_;
    VaultReport report_;
    std::mutex findings_mutex_; ///< a repair can happen in any thread that appends
    std::vector<Finding> findings_;
    std::int64_t verified_ = 0;
    std::unique_ptr<SqliteEventStore> store_;
};

} // namespace mvr::store
