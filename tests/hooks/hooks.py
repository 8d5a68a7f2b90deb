#!/usr/bin/env python3
"""Runs the real pre-commit with our hooks on a scratch repository, which pins them as a user would.

usage: hooks.py PROGRAM
"""
import os, pathlib, shutil, subprocess, sys, tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import venv

venv.need("pre_commit")

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
CLEAN = "**Q:** What is a hub?\n\n**A:** A repeater with several ports.\n"
OLD = "**Q:** What is the complexcity of routing?\n\n**A:** TODO\n"
NEW = "**Q:** Why is a switch faster?\n\n**A:** It sends a frame to one port only.\n\n"


class Scratch:
    """A repository of a user, and one of the hooks."""

    def __init__(self, folder):
        self.folder, self.work, self.hooks = folder, folder / "work", folder / "hooks"
        self.calls = folder / "calls"
        path = folder / "bin"
        path.mkdir()
        # A program in front of ours counts how often it is called.
        (path / "quizlint").write_text(f'#!/bin/sh\necho "$*" >> {self.calls}\nexec {PROGRAM} "$@"\n')
        (path / "quizlint").chmod(0o755)
        identity = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
                    for what, value in (("NAME", "n"), ("EMAIL", "n@example.org"))}
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        self.environment = {**kept, **identity, "PATH": f"{path}:{os.environ['PATH']}", "HOME": str(folder),
                            "PRE_COMMIT_HOME": str(folder / "cache"), "LC_ALL": "C.UTF-8"}
        self.hooks.mkdir()
        shutil.copy(venv.ROOT / ".pre-commit-hooks.yaml", self.hooks)
        self.commit_all(self.hooks)
        self.work.mkdir()
        self.run("git", "init", "-q")

    def run(self, *command, at=None):
        return subprocess.run(command, cwd=at or self.work, env=self.environment, capture_output=True, text=True, timeout=300)

    def commit_all(self, at):
        for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "All"]):
            done = self.run("git", *command, at=at)
            assert done.returncode == 0, done.stderr

    def use(self, *hooks):
        revision = self.run("git", "rev-parse", "HEAD", at=self.hooks).stdout.strip()
        text = f"repos:\n- repo: {self.hooks}\n  rev: {revision}\n  hooks:\n" + "".join(f"  - {hook}\n" for hook in hooks)
        (self.work / ".pre-commit-config.yaml").write_text(text)
        self.run("git", "add", ".pre-commit-config.yaml")

    def write(self, name, text):
        path = self.work / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)

    def commit(self):
        self.calls.unlink(missing_ok=True)
        self.run("git", "add", ".")
        done = self.run("git", "commit", "-q", "-m", "A change")
        return done.returncode == 0, done.stdout + done.stderr

    def count_calls(self):
        return len(self.calls.read_text().splitlines()) if self.calls.exists() else 0


def expect(holds, what):
    if not holds:
        sys.exit(f"FAILED: {what}")
    print("ok  ", what.split("\n")[0])


def main():
    with tempfile.TemporaryDirectory(prefix="quizlint-hooks-") as folder:
        it = Scratch(pathlib.Path(folder))
        pre_commit = [sys.executable, "-m", "pre_commit"]
        manifest = it.run(*pre_commit, "validate-manifest", str(it.hooks / ".pre-commit-hooks.yaml"))
        expect(manifest.returncode == 0, f"pre-commit takes our manifest\n{manifest.stdout}")
        it.write("old.md", OLD)
        it.write("hub.md", CLEAN)
        it.commit()
        it.use("id: quizlint")
        installed = it.run(*pre_commit, "install")
        expect(installed.returncode == 0, f"the hook is installed\n{installed.stdout}")

        it.write("clean.md", NEW)
        done, said = it.commit()
        expect(done, f"old faults in other banks hold up nobody\n{said}")

        for number in range(60):
            it.write(f"many/{number}.md", f"**Q:** What is hub {number} for?\n\n**A:** Room {number}.\n")
        it.write("many/0.md", CLEAN + "\n**Q:** Why recieve a frame?\n\n**A:** To send it on.\n")
        done, said = it.commit()
        expect(not done and "duplicates/exact" in said and "hub.md" in said, f"a question of another bank is found again\n{said}")
        expect("typos/misspelling" in said and "old.md" not in said, f"and a typo, but none of other banks\n{said}")
        expect(it.count_calls() == 1, f"one process sees all {60} files")

        it.use("id: quizlint-fix")
        done, said = it.commit()
        expect(not done and "receive" in (it.work / "many/0.md").read_text(), f"what is mended stops the commit\n{said}")
        expect((it.work / "old.md").read_text() == OLD, "other banks are not mended")
        it.write("many/0.md", "**Q:** What is room 0 for?\n\n**A:** Cables.\n")
        done, said = it.commit()
        expect(done, f"mended and without the copy it passes\n{said}")

        it.use("id: quizlint-all")
        done, said = it.commit()
        expect(not done and "old.md" in said, f"all banks are checked where that is asked for\n{said}")
        subprocess.run([PROGRAM, "check", "--write-baseline", "kept.txt", "."], cwd=it.work, capture_output=True)
        it.use("{id: quizlint, args: [--baseline, kept.txt, --only-report]}")
        it.write("old.md", OLD + "\n" + NEW.replace("switch", "brdige"))
        done, said = it.commit()
        expect(not done and "brdige" in said and "complexcity' is" not in said, f"with a baseline only the new typo counts\n{said}")


if __name__ == "__main__":
    main()
