#!/usr/bin/env python3
"""Runs the cases of the command line: each folder beside this file is one.

usage: run.py PROGRAM [CASE]...

A case's files are copied to an empty folder outside any repository, and the shell script `cmd` runs there with quizlint
on its PATH. What it prints and its exit status must be as in `stdout`, `stderr` and `status` (none: empty, 0); the
temporary folder is written as $DIR. `files_after/` names files as they must be afterwards. QUIZLINT_BLESS=1 rewrites.
"""
import difflib, os, pathlib, shutil, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).resolve().parent
EXPECTED = ("cmd", "stdout", "stderr", "status", "files_after")


def run(case, program):
    """What the case gives: {"stdout": bytes, ...}, with the files that files_after/ names."""
    with tempfile.TemporaryDirectory(prefix="quizlint-cli-") as folder:
        folder = os.path.realpath(folder)
        work = pathlib.Path(folder, "work")
        shutil.copytree(case, work, symlinks=True, ignore=lambda at, names: set(EXPECTED) & set(names) if pathlib.Path(at) == case else ())
        environment = {"PATH": f"{program.parent}:/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8"}
        done = subprocess.run(["/bin/sh", "-u", str(case / "cmd")], cwd=work, env=environment, capture_output=True,
                              timeout=60, stdin=subprocess.DEVNULL)
        got = {"stdout": done.stdout, "stderr": done.stderr, "status": b"%d\n" % done.returncode}
        for name in ("stdout", "stderr"):
            got[name] = got[name].replace(os.fsencode(work), b"$DIR")
        for after in sorted((case / "files_after").glob("**/*")):
            if after.is_file():
                name = after.relative_to(case / "files_after")
                there = work / name
                got[f"files_after/{name}"] = there.read_bytes() if there.exists() else b"(gone)\n"
        return got


def expected(case, name):
    path = case / name
    return path.read_bytes() if path.exists() else (b"0\n" if name == "status" else b"")


def bless(case, got):
    for name, content in got.items():
        path = case / name
        if content == (b"0\n" if name == "status" else b""):
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(content)


def differences(case, got):
    lines = []
    for name, content in got.items():
        want = expected(case, name)
        if content != want:
            text = [x.decode(errors="backslashreplace").splitlines() for x in (want, content)]
            lines += difflib.unified_diff(*text, f"{case.name}/{name} expected", f"{case.name}/{name}", lineterm="")
    return lines


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    cases = sorted(path.parent for path in HERE.glob("*/cmd") if not sys.argv[2:] or path.parent.name in sys.argv[2:])
    if not cases:
        sys.exit("no case of this name")
    failed = 0
    for case in cases:
        got = run(case, program)
        if os.environ.get("QUIZLINT_BLESS"):
            bless(case, got)
            continue
        different = differences(case, got)
        failed += bool(different)
        print("\n".join(different) if different else f"ok   {case.name}")
    print(f"{len(cases) - failed} of {len(cases)} cases as expected")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
