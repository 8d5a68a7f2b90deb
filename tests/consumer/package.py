#!/usr/bin/env python3
"""Packs the Debian packages, unpacks them into an empty folder and runs what was in them.

    tests/consumer/package.py BUILD"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

BANK = "**Q:** What is a cache?\n\n**A:**\n"


def run(*command, status=0, **options):
    done = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    if done.returncode != status:
        sys.exit(f"{' '.join(map(str, command))}: exit status {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def main():
    build = pathlib.Path(sys.argv[1])
    if "-fsanitize" in (build / "build.ninja").read_text():
        print("skipped: a program under sanitizers is not for packing")
        sys.exit(77)
    for tool in ("dpkg-deb", "dpkg-shlibdeps", "file"):
        if not shutil.which(tool):
            print(f"skipped: {tool} is not installed")
            sys.exit(77)
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        run("cpack", "--config", build / "CPackConfig.cmake", "-G", "DEB", "-B", place / "packages", cwd=place)
        packages = {path.name.split("_")[0]: path for path in (place / "packages").glob("*.deb")}
        if sorted(packages) != ["libquizlint-dev", "quizlint"]:
            sys.exit(f"packages: {sorted(packages)}")
        for path in packages.values():
            run("dpkg-deb", "-x", path, place / "root")
        depends = run("dpkg-deb", "-f", packages["quizlint"], "Depends")
        if "libc6" not in depends or "-dev" in depends:
            sys.exit(f"the program depends on: {depends}")
        (place / "bank.md").write_text(BANK)
        print(run(place / "root/usr/bin/quizlint", "check", "--isolated", "bank.md", status=1, cwd=place), end="")
        if not (place / "root/usr/include/quizlint/quizlint.h").exists():
            sys.exit("the header is not in libquizlint-dev")


if __name__ == "__main__":
    main()
