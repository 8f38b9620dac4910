"""What principals of a test see and are denied, and that nothing but this test knows them."""

import json
import os
import zipfile
from collections import Counter
from pathlib import Path

from clients import converse, official_clients
from malloc_vr_native import Engine
from principals import add_reach, holders, read_access, scope_of_tools
from report import Report, expect
from scoped_server import ScopedServer
from server import Address
from socket_client import LineClient, is_rejected

OWN_FILES = ("access.json", "principals", "scoped_server")


def check_principals(folder: Path, typescript: Path) -> list[Report]:
    """Let each official client be each principal; print what was counted."""
    access = read_access()
    everybody = holders(access)
    with ScopedServer(everybody, folder) as server:
        schemas, sessions = server.prepare()
        head = Report("principals of a test")
        head.check("access.json names every tool", lambda: _names_all(access, set(schemas)))
        add_reach(everybody, access, sessions)
        tools = scope_of_tools(access)
        names = [holder.name for holder in everybody]
        reports = []
        clients = list(official_clients())
        for number, client in enumerate(clients):
            share = slice(number, None, len(clients))
            plans = [holder.plan(list(tools), share) for holder in everybody]
            given = {"holders": plans, "tools": tools, "schemas": schemas}
            reports.append(converse(client, server.address, given, names, typescript))
    counted = sum((report.counted for report in reports), Counter())
    scopes, roles = len(access["scopes"]), len(access["roles"])
    print(
        f"{scopes} scopes and {roles} roles by {len(reports)} clients: {counted['listed']} tools"
        f" listed, {counted['rejected']} calls rejected with SCOPE_REQUIRED, {counted['denied']} with"
        " ACCESS_DENIED",
        flush=True,
    )
    return [head, *reports]


def _names_all(access: dict[str, object], tools: set[str]) -> str:
    known = set(scope_of_tools(access))
    expect(known == tools, f"it differs in {sorted(known ^ tools)}")
    return f"{len(tools)} tools"


def check_zip() -> Report:
    """The zip brings no principal, and its module no way to name one."""
    report = Report("the zip")
    report.check("holds none of this test's files", _holds_none_of_ours)
    report.check("has a module that takes no credentials", _takes_no_credentials)
    return report


def _holds_none_of_ours() -> str:
    with zipfile.ZipFile(os.environ["MALLOC_VR_ZIP"]) as archive:
        held = [name for name in archive.namelist() if any(own in name for own in OWN_FILES)]
        texts = (archive.read(name) for name in archive.namelist() if name.endswith(".py"))
        naming = [text for text in texts if b"credential" in text]
    expect(not held, f"it holds {held}")
    expect(not naming, f"{len(naming)} of its Python files speak of credentials")
    return ""


def _takes_no_credentials() -> str:
    """Neither the engine nor its server: their signatures are what the module says of itself."""
    said = f"{Engine.__init__.__doc__} {Engine.start_server.__doc__}"
    expect("folder" in said, f"the module says {said}")
    expect("credential" not in said and "principal" not in said, said)
    return ""


def check_owner_only(report: Report, address: Address) -> None:
    """Ask a server as it ships for a conversation with the token of each test principal."""
    report.check("knows the owner's token only", lambda: _knows_owner_only(address))


def _knows_owner_only(address: Address) -> str:
    tokens = [holder.entry["token"] for holder in holders(read_access())]
    for token in tokens:
        is_rejected(address, json.dumps({"token": token}))
    with LineClient.of_owner(address) as owner:
        expect(owner.ask(1, "ping")["result"] == {}, "the owner is not let in")
    return f"{len(tokens)} others are rejected"
