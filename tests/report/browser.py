#!/usr/bin/env python3
"""Writes reports and looks at them in a headless Chromium (look.cjs).

    tests/report/browser.py PROGRAM [SCREENSHOTS]

Exit status 77 says that something is missing to look with; `tools/dev install browser` installs it."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
MODULES = [ROOT / "build/browser/node_modules", pathlib.Path("/usr/share/nodejs"), pathlib.Path("/usr/lib/node_modules")]

HOSTILE = """# <b>Bank</b>

**Q:** What does </script><script>window.hacked = 1</script> do?

**A:**

**Q:** What does <img src=x onerror="window.hacked = 2"> show?

**A:** It shows teh picture of <!-- a comment --> and \u2028 a line.

**Q:** What is a mutex in C++, and when do you use it?

**A:** A lock that one thread at a time can hold.

**Q:** What is a deadlock?

**A:** Two threads wait for each other.

**Q:** What is a mutex in C++, and when do you use them?

**A:** A frobnicator of the the kind `</pre>`.
"""


def missing():
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    modules = next((m for m in MODULES if (m / "playwright-core").is_dir()), None)
    if not shutil.which("node"):
        return "node", None, None
    if not browser:
        return "Chromium", None, None
    return ("" if modules else "playwright-core"), browser, modules


def report(program, folder, page, *options):
    done = subprocess.run([program, "report", "-q", "-o", page, *options], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0 or not page.exists():
        sys.exit(f"quizlint report: exit status {done.returncode}\n{done.stderr}")


def keep_in_git(folder):
    for command in (["init", "-q"], ["add", "."], ["-c", "user.name=n", "-c", "user.email=n@example.org", "commit", "-q", "-m", "The </script> banks"]):
        subprocess.run(["git", *command], cwd=folder, check=True)


def write_many(folder, count):
    """One bank of `count` questions without an answer, and one that has some: so each is a finding."""
    lines = ["**Q:** What is the value of the first variable?\n\n**A:** One.\n"]
    lines += [f"**Q:** Which record of the {i}th table holds key {i * 7919 % 100003}?\n\n**A:**\n" for i in range(count)]
    (folder / "many.md").write_text("\n".join(lines))


def main():
    lacking, browser, modules = missing()
    if lacking:
        print(f"skipped: {lacking} is not installed")
        sys.exit(77)
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        for name in ("small", "many"):
            (place / name).mkdir()
        (place / "small" / "hostile <i>bank<!--.md").write_text(HOSTILE)
        shutil.copytree(ROOT / "banks/untidy", place / "small/untidy")
        write_many(place / "many", 50000)
        keep_in_git(place / "small")
        report(program, place / "small", place / "small.html", "--history", "3")
        report(program, place / "many", place / "many.html", "--select", "unanswered")
        environment = dict(os.environ, NODE_PATH=str(modules), CHROMIUM=browser)
        done = subprocess.run(["node", HERE / "look.cjs", place / "small.html", place / "many.html", *sys.argv[2:]], env=environment, check=False)
        sys.exit(done.returncode)


if __name__ == "__main__":
    main()
