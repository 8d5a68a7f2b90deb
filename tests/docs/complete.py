#!/usr/bin/env python3
"""Nothing is missing from docs/, and nothing in it leads nowhere.

    tests/docs/complete.py PROGRAM

docs/checks.md is what the program writes of its checks (QUIZLINT_BLESS=1 writes it again). Every layout and extension
stands in docs/formats.md, every key of the configuration in docs/configuration.md, every command in the README. Relative
links of the documents lead to files that are there."""
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = sys.argv[1]
FAULTS = []


def run(*command):
    return subprocess.run([PROGRAM, *command], cwd=ROOT, capture_output=True, text=True, check=False)


def read(name):
    return (ROOT / name).read_text()


def need(name, words):
    text = read(name)
    words = list(words)
    if not words:
        FAULTS.append(f"nothing is known that {name} should tell of")
    FAULTS.extend(f"{name} does not tell of `{word}`" for word in words if f"`{word}`" not in text)


def keys(schema):
    for name, inside in schema.get("properties", {}).items():
        yield name
        yield from keys(inside)
    if "items" in schema:
        yield from keys(schema["items"])


def checks():
    written = run("explain", "--output-format", "markdown").stdout
    if os.environ.get("QUIZLINT_BLESS", "0") not in ("", "0"):
        (ROOT / "docs/checks.md").write_text(written)
    if read("docs/checks.md") != written:
        FAULTS.append("docs/checks.md is out of date: tools/dev bless -R docs")


def links():
    for document in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]:
        text = re.sub(r"^```.*?^```", "", document.read_text(), flags=re.MULTILINE | re.DOTALL)
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", text):
            if "://" not in target and not (document.parent / target).exists():
                FAULTS.append(f"{document.relative_to(ROOT)}: {target} is not there")


def main():
    checks()
    listed = run("check", "--layout", "nonsense").stderr
    need("docs/formats.md", re.search(r"there are ([^)]*)\)", listed)[1].split(", "))
    need("docs/formats.md", re.findall(r'"(\.[a-z]+)"', read("tools/formats/readers.cc")))
    schema = json.loads(read("tools/schema/quizlint.schema.json"))
    need("docs/configuration.md", sorted({*keys(schema), *(key for each in schema["definitions"]["settings"].values() for key in keys(each))}))
    commands = re.findall(r"^  (\w+)  ", run().stdout, re.MULTILINE)
    FAULTS.extend(f"README.md does not tell of quizlint {name}" for name in commands if f"quizlint {name}" not in read("README.md"))
    links()
    print("\n".join(FAULTS) or "complete")
    sys.exit(bool(FAULTS))


main()
