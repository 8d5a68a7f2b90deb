#!/usr/bin/env python3
"""banks/untidy/README.md lists the faults of the banks beside it; quizlint must find exactly these.

    tests/docs/untidy.py PROGRAM

Every row `| file | line | … | check |` must be found on its line (a missing answer at its label or at the question
before it). What else is found must be listed as a peculiarity, a row with several lines, and be mere information."""
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = "banks/untidy"
ROW = re.compile(r"^\| `(?P<file>[^`]+)` \| (?P<lines>[0-9][^|]*?) \| .* \| `(?P<check>[a-z]+/[a-z-]+)` \|$", re.MULTILINE)
LOOK_BACK = {"unanswered/missing": 3}


def rows():
    listed = list(ROW.finditer((ROOT / FOLDER / "README.md").read_text()))
    faults = {(r["file"], int(r["lines"]), r["check"]) for r in listed if r["lines"].isdigit()}
    peculiar = {(r["file"], r["check"]) for r in listed if not r["lines"].isdigit()}
    return faults, peculiar


def findings(program):
    command = [program, "check", "--output-format", "json", FOLDER]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if done.returncode != 1:
        sys.exit(f"exit status {done.returncode}, not 1\n{done.stderr.decode()}")
    return json.loads(done.stdout)["findings"]


def main():
    faults, peculiar = rows()
    if len(faults) < 10:
        sys.exit(f"only {len(faults)} faults are listed in {FOLDER}/README.md")
    problems = []
    for found in findings(sys.argv[1]):
        name, check, line = pathlib.Path(found["path"]).name, found["check"], found["line"]
        reach = range(line, line + LOOK_BACK.get(check, 0) + 1)
        row = next(((name, at, check) for at in reach if (name, at, check) in faults), None)
        if row:
            faults.remove(row)
        elif (name, check) not in peculiar or found["severity"] != "info":
            problems.append(f"{FOLDER}/{name}:{line}: not listed: {found['severity']} {check}: {found['message']}")
    problems += [f"{FOLDER}/{name}:{line}: not found: {check}" for name, line, check in sorted(faults)]
    print("\n".join(problems))
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
