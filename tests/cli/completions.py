#!/usr/bin/env python3
"""The completions that `quizlint completion` prints, tried in the shells that are here; and the manual page.

    tests/cli/completions.py PROGRAM

zsh, fish and man are tried where they are installed; what was not is said."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
FAULTS = []

# What is typed, and what must be among the proposals or, after '!', must not.
CASES = [
    ("quizlint ", ["check", "report", "init", "!--fix"]),
    ("quizlint ch", ["check", "!parse"]),
    ("quizlint check --f", ["--fix", "--fail-on", "!--quiet"]),
    ("quizlint check --fail-on ", ["error", "warning", "info", "never", "!check"]),
    ("quizlint check --fail-on w", ["warning", "!error"]),
    ("quizlint check --select typos,dup", ["typos,duplicates", "typos,duplicates/exact"]),
    ("quizlint check --output-format ht", ["html"]),
    ("quizlint explain typos/mis", ["typos/misspelling"]),
    ("quizlint completion ", ["bash", "zsh", "fish"]),
    ("quizlint check ", ["bank.md"]),
    ("quizlint check --fix ", ["bank.md", "two words.md"]),
]


def printed(*command):
    done = subprocess.run([PROGRAM, *command], capture_output=True, text=True, check=True)
    return done.stdout


def expect(shell, typed, proposed, wanted):
    for want in wanted:
        there = want.lstrip("!") in proposed
        if there == want.startswith("!"):
            FAULTS.append(f"{shell}: '{typed}' proposes {proposed[:20]}, {want} expected")


def in_bash(folder):
    (folder / "it").write_text(printed("completion", "bash"))
    for typed, wanted in CASES:
        words = " ".join(f"'{word}'" for word in typed.split(" "))
        script = f"source ./it; COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); _quizlint; printf '%s\\n' \"${{COMPREPLY[@]}}\""
        done = subprocess.run(["bash", "--norc", "-c", script], cwd=folder, capture_output=True, text=True, check=False)
        expect("bash", typed, done.stdout.splitlines(), wanted)


def in_fish(folder):
    (folder / "it").write_text(printed("completion", "fish"))
    for typed, wanted in CASES:
        done = subprocess.run(["fish", "--no-config", "-c", f"source ./it; complete -C '{typed}'"], cwd=folder, capture_output=True, text=True, check=False)
        if done.stderr:
            FAULTS.append(f"fish: {done.stderr}")
        expect("fish", typed, [line.split("\t")[0].replace("\\ ", " ") for line in done.stdout.splitlines()], wanted)


def in_zsh(folder):
    (folder / "_quizlint").write_text(printed("completion", "zsh"))
    script = "autoload -U compinit; fpath=($PWD $fpath); compinit -u -D; whence -w _quizlint; autoload +X _quizlint && print loaded"
    done = subprocess.run(["zsh", "-f", "-c", script], cwd=folder, capture_output=True, text=True, check=False)
    if done.stderr or "loaded" not in done.stdout:
        FAULTS.append(f"zsh: {done.stdout}{done.stderr}")


def manual(folder):
    page = printed("manual")
    for command in re.findall(r"^  (\w+)  ", printed(), re.MULTILINE):
        if f'.SS "quizlint {command}"' not in page:
            FAULTS.append(f"the manual does not tell of {command}")
        for option in re.findall(r"^  (?:-\w,)?(--[\w-]+)", printed(command, "--help"), re.MULTILINE):
            if option.replace("-", "\\-") not in page:
                FAULTS.append(f"the manual does not tell of {command} {option}")
    if shutil.which("man"):
        (folder / "quizlint.1").write_text(page)
        done = subprocess.run(["man", "--warnings", "-l", "quizlint.1"], cwd=folder, capture_output=True, text=True, env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}, check=False)
        if done.returncode != 0 or done.stderr or "EXIT STATUS" not in done.stdout:
            FAULTS.append(f"man: {done.returncode} {done.stderr}")


def main():
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        (folder / "bank.md").touch()
        (folder / "two words.md").touch()
        for name, run in (("bash", in_bash), ("fish", in_fish), ("zsh", in_zsh)):
            if shutil.which(name):
                run(folder)
            else:
                print(f"{name} is not installed: its completions were not tried")
        manual(folder)
    print("\n".join(FAULTS) or "as expected")
    sys.exit(bool(FAULTS))


main()
