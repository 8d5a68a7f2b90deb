#!/usr/bin/env python3
"""Keeps the transcripts in our documents true.

    tests/docs/transcripts.py PROGRAM [--bless]

A fenced block with the info string `console` in a tracked *.md file is a transcript. Its lines that begin with `$ `
are run with sh in the repository's root, `quizlint` being PROGRAM, and what the block shows after each must be what
the command prints (standard output, then standard error). With `console in=FOLDER` they run in a copy of that folder,
one after the other. `...` on a line of its own stands for any lines. A block
whose info string is `console norun` is shown and not run, for commands that build or install.
--bless, or QUIZLINT_BLESS=1, writes what was printed into the documents; a block with `...` is left alone."""
import contextlib
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^(?P<open>```+)console(?: in=(?P<folder>\S+))?\n(?P<body>.*?)^(?P=open)\n", re.MULTILINE | re.DOTALL)


def documents():
    listed = subprocess.run(["git", "ls-files", "*.md"], cwd=ROOT, capture_output=True, text=True, check=True)
    names = [n for n in listed.stdout.splitlines() if not n.startswith(("tests/banks/", "tests/cli/", "tests/reading/", "banks/"))]
    return [ROOT / name for name in names]


@contextlib.contextmanager
def place_of(block):
    """Where the commands of a block run."""
    if not block["folder"]:
        yield ROOT
        return
    with tempfile.TemporaryDirectory() as place:
        yield shutil.copytree(ROOT / block["folder"], pathlib.Path(place) / "work")


def run(command, path, place):
    environment = dict(os.environ, PATH=f"{path}:{os.environ['PATH']}", NO_COLOR="1", LC_ALL="C.UTF-8", COLUMNS="100")
    done = subprocess.run(["sh", "-c", command], cwd=place, env=environment, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def steps(body):
    """The commands of a transcript, each with what it is said to print."""
    found = []
    for line in body.splitlines(keepends=True):
        if line.startswith("$ "):
            found.append([line[2:].rstrip("\n"), ""])
        elif found:
            found[-1][1] += line
    return found


def agrees(shown, printed):
    parts = [re.escape(part) for part in re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE)]
    return re.fullmatch("(?:.*\n)*".join(parts), printed) is not None


def printed_body(block, path):
    with place_of(block) as place:
        return "".join(f"$ {command}\n{run(command, path, place)}" for command, _ in steps(block["body"]))


def faults_of(document, path):
    text = document.read_text()
    for block in BLOCK.finditer(text):
        line = text.count("\n", 0, block.start()) + 1
        if not steps(block["body"]):
            yield f"{document.relative_to(ROOT)}:{line}: a console block without a command"
        with place_of(block) as place:
            for command, shown in steps(block["body"]):
                printed = run(command, path, place)
                if not agrees(shown, printed):
                    difference = difflib.unified_diff(shown.splitlines(), printed.splitlines(), "shown", "printed", lineterm="")
                    yield "\n".join([f"{document.relative_to(ROOT)}:{line}: $ {command}", *difference])


def bless(document, path):
    def replaced(block):
        if "\n...\n" in block["body"]:
            return block[0]
        begin = block[0].splitlines()[0]
        return f"{begin}\n{printed_body(block, path)}{block['open']}\n"

    text = document.read_text()
    document.write_text(BLOCK.sub(replaced, text))


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as path:
        os.symlink(program, pathlib.Path(path) / "quizlint")
        if "--bless" in sys.argv or os.environ.get("QUIZLINT_BLESS", "0") not in ("", "0"):
            for document in documents():
                bless(document, path)
        faults = [fault for document in documents() for fault in faults_of(document, path)]
    if not any(BLOCK.search(document.read_text()) for document in documents()):
        faults.append("no document holds a transcript")
    print("\n\n".join(faults))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
