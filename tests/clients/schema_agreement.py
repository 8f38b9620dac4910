#!/usr/bin/env python3
"""Compares each tool's published schema with its reader: two validators that others wrote must agree.

Run by `scripts/test schema`, which prepares its environment. For each tool it makes arguments from
the schema, allowed and broken ones, and asks the reader, python-jsonschema and ajv. It prints a line
for each tool, then `N passed, N failed`, where each is one set of arguments.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from clients import beside_node_modules
from generated_arguments import Arguments
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from malloc_vr_native import BadArgument, Engine

ALLOWED, BROKEN = 120, 240
"""How many sets of arguments of each kind are made for each tool."""


def reader_accepts(engine: Engine, tool: str, arguments: Any) -> bool:
    """Whether our reader takes the arguments."""
    try:
        engine.check_arguments(tool, arguments)
    except BadArgument:
        return False
    return True


def ajv_accepts(cases: list[dict[str, Any]], tools: list[dict[str, Any]], work: Path) -> list[bool]:
    """What ajv says of each case, in their order."""
    typescript = beside_node_modules(work)
    plan = work / "plan.json"
    schemas = {tool["name"]: tool["inputSchema"] for tool in tools}
    plan.write_text(json.dumps({"schemas": schemas, "cases": cases}), "utf-8")
    command = ["node", str(typescript / "schema_agreement.mjs"), str(plan)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ)
    answers: list[bool] = json.loads(done.stdout)
    return answers


def compare(
    tool: dict[str, Any], engine: Engine, cases: list[dict[str, Any]], ajv: list[bool]
) -> int:
    """Print how the three stand on one tool; return how many sets they disagree on."""
    schema = Draft202012Validator(tool["inputSchema"])
    accepted = disagreed = 0
    for case, by_ajv in zip(cases, ajv, strict=True):
        by_reader = reader_accepts(engine, tool["name"], case["arguments"])
        by_python = schema.is_valid(case["arguments"])
        accepted += by_reader
        if by_reader == by_python == by_ajv:
            continue
        disagreed += 1
        said = f"reader {by_reader}, python-jsonschema {by_python}, ajv {by_ajv}"
        print(f"  {said}: {json.dumps(case['arguments'])[:300]}")
    print(f"{tool['name']}: {len(cases)} sets, {accepted} accepted, {disagreed} disagreements")
    if accepted in (0, len(cases)):
        print("  nothing was accepted, or nothing rejected: that compares nothing")
        return len(cases)
    return disagreed


def main() -> int:
    """Run all; return 1 if a validator disagreed."""
    with tempfile.TemporaryDirectory(prefix="malloc_vr_schema_") as made:
        work = Path(made)
        engine = Engine(str(work / "vault"), "4.4.0")
        tools = json.loads(engine.tools_json())
        cases = []
        for number, tool in enumerate(tools):
            Draft202012Validator.check_schema(tool["inputSchema"])
            Draft202012Validator.check_schema(tool["outputSchema"])
            arguments = Arguments(number)
            sets = [arguments.valid(tool["inputSchema"]) for _ in range(ALLOWED)]
            sets += [arguments.broken(tool["inputSchema"]) for _ in range(BROKEN)]
            cases += [{"tool": tool["name"], "arguments": one} for one in sets]
        ajv = ajv_accepts(cases, tools, work)
        size = ALLOWED + BROKEN
        failed = 0
        for number, tool in enumerate(tools):
            part = slice(number * size, (number + 1) * size)
            failed += compare(tool, engine, cases[part], ajv[part])
        engine.close()
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
