#include "mcp/client_info.hpp"

#include "support/excerpt.hpp"

namespace mvr::mcp {
namespace {

/// A view of nothing also where the member is null, as serialisers write what is not there.
JsonView given(JsonView object, std::string_view name)
{
    const JsonView found = object ? object.find(name) : JsonView();
    return found && !found.is_null() ? found : JsonView();
}

std::string text_member(JsonView object, std::string_view name)
{
    const JsonView found = given(object, name);
    return found && found.is_text() ? std::string(found.text()) : std::string();
}

} // namespace

ClientInfo read_client_info(JsonView implementation, JsonView capabilities)
{
    ClientInfo client;
    client.name = text_member(implementation, "name");
    client.version = text_member(implementation, "version");
    const JsonView elicitation = given(capabilities, "elicitation");
    client.elicits_by_url = static_cast<bool>(given(elicitation, "url"));
    // An empty declaration is that of the first revision, which knew forms only.
    client.elicits_by_form =
        elicitation && (!client.elicits_by_url || static_cast<bool>(given(elicitation, "form")));
    client.samples = static_cast<bool>(given(capabilities, "sampling"));
    const JsonView extensions = given(capabilities, "extensions");
    if (!extensions || !extensions.is_object()) return client;
    for (const JsonView each : extensions.children())
        client.extensions.emplace_back(each.name());
    return client;
}

std::string display_name(const ClientInfo &client)
{
    if (client.name.empty()) return "a client";
    std::string whole = client.version.empty() ? client.name : client.name + " " + client.version;
    whole = excerpt(whole);
    std::ranges::replace_if(whole, [](unsigned char one) { return one < ' ' || one == 127; }, ' ');
    return whole;
}

} // namespace mvr::mcp
