#!/usr/bin/env python3
"""The line that counts files while long work runs: on a terminal alone, and gone when the work is done.

    tests/cli/progress.py PROGRAM

Standard input that comes late makes the work long, whatever the machine."""
import os
import pathlib
import pty
import subprocess
import sys
import tempfile
import time

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
LATE = 1.0  # seconds; the line waits for 0.6


def standard_error(folder, *options):
    """What a terminal at standard error gets."""
    try:
        terminal, end = pty.openpty()
    except OSError as fault:
        print(f"no terminal can be had here, so nothing was tried: {fault}")
        sys.exit(77)
    command = [PROGRAM, "check", "--isolated", *options, ".", "-"]
    with subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=end) as running:
        os.close(end)
        time.sleep(LATE)
        running.stdin.write(b"## What is a queue?\n\nA list with two ends.\n")
        running.stdin.close()
        got = b""
        try:
            while block := os.read(terminal, 4096):
                got += block
        except OSError:  # the other end is closed
            pass
    os.close(terminal)
    return got


def main():
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        for i in range(3):
            pathlib.Path(folder, f"{i}.md").write_text("## What is a stack?\n\nA list with one open end.\n", encoding="utf-8")
        shown = standard_error(folder)
        if b"quizlint: " not in shown or b" files" not in shown:
            faults.append(f"no line counts the files: {shown}")
        if not shown.endswith(b"\r\x1b[K"):
            faults.append(f"the line is left behind: {shown}")
        if shown := standard_error(folder, "--quiet"):
            faults.append(f"--quiet shows {shown}")
    print("\n".join(faults) or "as expected")
    sys.exit(bool(faults))


main()
