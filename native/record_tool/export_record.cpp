#include "record_tool/commands.hpp"

#include "store/event.hpp"
#include "store/event_export.hpp"
#include "store/migration.hpp"
#include "support/private_file.hpp"
#include "vault/seal.hpp"

#include <iostream>

namespace mvr::record_tool {

using namespace mvr::store;

int export_record(const std::string &folder, const std::string &path)
{
    const auto opened = open_existing(folder);
    if (!opened) return complain(opened.error());
    auto keys = (*opened)->keys();
    if (!keys) return complain(keys.error());
    const auto written = export_events((*opened)->store(), *keys, path);
    if (!written) return complain(written.error());
    std::cout << *written << " events to " << path << '\n';
    return intact;
}

int restore_v1_record(const std::string &folder)
{
    const auto keys = read_vault_keys(folder);
    if (!keys) return complain(keys.error());
    const std::string path = folder + "/since-0.1.0.jsonl";
    os::PrivateFileWriter file(path);
    const auto keep = [&](const SealedRow &row, std::span<const std::byte> plain) {
        const auto event = decode_event(vault::as_text(plain));
        const std::string learner = event ? event->learner : "";
        const std::string name = learner.empty() ? "" : vault::to_hex(keys->pseudonym(learner));
        file.write(export_line(row, plain, name) + "\n");
    };
    const auto restored = restore_v1(folder, options(), keep);
    if (!restored) return complain(restored.error());
    std::cout << "the record is back as release 0.1.0 left it\n"
              << "the record of this release is kept as " << restored->kept_as << '\n';
    if (auto written = file.finish(); !written) return complain(written.error());
    std::cout << restored->exported << " events that came since: " << path << '\n';
    return intact;
}

} // namespace mvr::record_tool
