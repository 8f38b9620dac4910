// scripts/record: see there for what it does. The exit codes stand in commands.hpp.

#include "record_tool/commands.hpp"

#include "store/event_catalogue.hpp"

#include <iostream>
#include <string_view>

namespace mvr::record_tool {

store::OpenOptions options()
{
    return {system_time_ms, store::event_catalogue_number(), store::event_from_v1};
}

Result<std::unique_ptr<store::OpenedVault>> open_existing(const std::string &folder)
{
    if (auto keys = store::read_vault_keys(folder); !keys) return keys.error();
    return store::open_vault(folder, options());
}

int complain(const Error &error)
{
    std::cerr << "error: " << error.message << (error.message.ends_with('.') ? " " : ". ")
              << error.remedy << '\n';
    return could_not;
}

} // namespace mvr::record_tool

int main(int count, char **arguments)
{
    using namespace mvr::record_tool;
    const std::string_view command = count > 1 ? arguments[1] : "";
    try {
        if (command == "verify" && count == 3) return verify(arguments[2]);
        if (command == "export" && count == 4) return export_record(arguments[2], arguments[3]);
        if (command == "restore-0.1.0" && count == 3) return restore_v1_record(arguments[2]);
    } catch (const mvr::Failure &failure) {
        return complain(failure.error());
    }
    std::cerr << "record_tool verify FOLDER | export FOLDER OUT | restore-0.1.0 FOLDER\n";
    return could_not;
}
