#!/usr/bin/env python3
"""Installs into an empty folder, looks at what is there, and builds tests/consumer/ against it.

    tests/consumer/run.py BUILD COMPILER FLAGS"""
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
INSTALLED = [
    "bin/quizlint",
    "include/quizlint/quizlint.h",
    "share/man/man1/quizlint.1",
    "share/bash-completion/completions/quizlint",
    "share/zsh/vendor-completions/_quizlint",
    "share/fish/vendor_completions.d/quizlint.fish",
    "share/quizlint/quizlint.schema.json",
]


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: exit status {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def main():
    build, compiler, flags = sys.argv[1:]
    if "-fsanitize" in (pathlib.Path(build) / "build.ninja").read_text():
        print("skipped: a library under sanitizers is not for installing")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as place:
        prefix, work = pathlib.Path(place, "prefix"), pathlib.Path(place, "build")
        run("cmake", "--install", build, "--prefix", prefix)
        missing = [name for name in INSTALLED if not (prefix / name).exists() or (prefix / name).stat().st_size == 0]
        if missing:
            sys.exit(f"not installed: {missing}")
        found = run(prefix / "bin/quizlint", "--version", cwd=place)
        run("cmake", "-S", HERE, "-B", work, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}", f"-DCMAKE_CXX_COMPILER={compiler}", f"-DCMAKE_CXX_FLAGS={flags}")
        run("cmake", "--build", work)
        print(found, run(work / "consumer"), sep="")


if __name__ == "__main__":
    main()
