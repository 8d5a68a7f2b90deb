#!/usr/bin/env python3
"""Holds action.yml to the official schema, and runs its shell steps on a scratch pull request, with a `gh` of ours.

usage: action.py PROGRAM
"""
import json, pathlib, shutil, subprocess, sys, tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import venv

venv.need("jsonschema", "schemastore", "yaml")
import jsonschema, yaml

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
SCHEMA = "https://json.schemastore.org/github-action.json"
OLD = "**Q:** What is the complexcity of routing?\n\n**A:** TODO\n"
NEW = "\n**Q:** Why is the brdige slower?\n\n**A:** It looks at each frame.\n"
# Answers as the comments of a pull request do: it keeps the one comment in a file.
GH = """#!/bin/sh
case "$*" in
  *POST*) echo post >> "$LOG"; echo 17 > "$COMMENT" ;;
  *PATCH*comments/17*) echo patch >> "$LOG" ;;
  *--jq*) cat "$COMMENT" 2>/dev/null || true ;;
  *) exit 9 ;;
esac
"""


def expect(holds, what):
    if not holds:
        sys.exit(f"FAILED: {what}")
    print("ok  ", what.split("\n")[0])


def steps():
    action = yaml.safe_load((venv.ROOT / "action.yml").read_text())
    jsonschema.validators.validator_for(schema := venv.official_schema(SCHEMA))(schema).validate(action)
    return action["runs"]["steps"]


def look_at_steps(all_steps):
    for step in all_steps:
        if "run" not in step:
            continue
        checked = subprocess.run(["sh", "-n"], input=step["run"], capture_output=True, text=True)
        expect(checked.returncode == 0, f"'{step['name']}' is shell\n{checked.stderr}")
        expect("${{" not in step["run"], f"'{step['name']}' takes no input as a command")
    if actionlint := shutil.which("actionlint"):
        done = subprocess.run([actionlint], cwd=venv.ROOT, capture_output=True, text=True)
        expect(done.returncode == 0, f"actionlint has nothing to say\n{done.stdout}")
    else:
        print("      actionlint is not installed; the workflows are not checked by it")


class Job:
    def __init__(self, folder):
        self.folder, self.clone = folder, folder / "clone"
        bin = folder / "bin"
        bin.mkdir()
        (bin / "gh").write_text(GH)
        (bin / "gh").chmod(0o755)
        (bin / "quizlint").symlink_to(PROGRAM)
        identity = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
                    for what, value in (("NAME", "n"), ("EMAIL", "n@example.org"))}
        self.environment = {**identity, "PATH": f"{bin}:/usr/local/bin:/usr/bin:/bin", "HOME": str(folder),
                            "RUNNER_TEMP": str(folder), "GITHUB_OUTPUT": str(folder / "output"),
                            "GITHUB_STEP_SUMMARY": str(folder / "summary.md"), "GITHUB_REPOSITORY": "owner/banks",
                            "QUIZLINT_PULL": "3", "LOG": str(folder / "log"), "COMMENT": str(folder / "comment")}

    def git(self, *arguments, at):
        done = subprocess.run(["git", *arguments], cwd=at, env=self.environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def pull_request(self):
        """A shallow clone of the head alone, as actions/checkout makes it; gives the commit of the base."""
        far = self.folder / "far"
        (far / "a folder").mkdir(parents=True)
        self.git("init", "-q", "-b", "main", at=far)
        (far / "a folder/old.md").write_text(OLD)
        self.git("add", ".", at=far)
        self.git("commit", "-q", "-m", "Old", at=far)
        base = self.git("rev-parse", "HEAD", at=far)
        self.git("checkout", "-q", "-b", "change", at=far)
        (far / "a folder/new.md").write_text(NEW.lstrip())
        self.git("add", ".", at=far)
        self.git("commit", "-q", "-m", "New", at=far)
        self.git("clone", "-q", "--depth=1", f"file://{far}", str(self.clone), at=self.folder)
        return base

    def step(self, name, **inputs):
        """The outputs, and what was printed."""
        (self.folder / "output").unlink(missing_ok=True)
        done = subprocess.run([venv.ROOT / "tools/action", name], cwd=self.clone, env={**self.environment, **inputs},
                              capture_output=True, text=True, timeout=120)
        lines = (self.folder / "output").read_text().split() if (self.folder / "output").exists() else []
        return dict(line.split("=", 1) for line in lines), done

    def log(self):
        path = self.folder / "log"
        return path.read_text().split() if path.exists() else []


def main():
    look_at_steps(steps())
    with tempfile.TemporaryDirectory(prefix="quizlint-action-") as folder:
        job = Job(pathlib.Path(folder))
        base = job.pull_request()

        outputs, done = job.step("run", QUIZLINT_BASE_REF=base, QUIZLINT_PATHS="a folder\n", QUIZLINT_SARIF="true")
        expect(outputs["status"] == "1" and done.returncode == 0, f"the new typo fails the job, after the reports\n{done.stderr}")
        annotations = [line for line in done.stdout.splitlines() if line.startswith("::")]
        expect(len(annotations) == 1 and "brdige" in annotations[0], f"only what is new is annotated\n{done.stdout}")
        results = json.loads(pathlib.Path(outputs["sarif"]).read_text())["runs"][0]["results"]
        expect(len(results) == 3, "code scanning gets all there is")
        expect("brdige" in (job.folder / "summary.md").read_text(), "the summary of the job shows it")

        expect(job.step("comment")[1].returncode == 0 and job.log() == ["post"], "the first comment is posted")
        expect(job.step("comment")[1].returncode == 0 and job.log() == ["post", "patch"], "the second takes its place")

        (job.clone / "a folder/new.md").write_text(NEW.lstrip().replace("brdige", "bridge"))
        outputs, done = job.step("run", QUIZLINT_BASE_REF=base)
        expect(outputs["status"] == "0" and "::" not in done.stdout, f"mended, it passes\n{done.stdout}{done.stderr}")
        expect(job.step("comment")[1].returncode == 0 and job.log()[-1] == "patch", "and the comment says so")
        (job.folder / "comment").unlink()
        expect(job.step("comment")[1].returncode == 0 and len(job.log()) == 3, "where nobody was told, nothing is said")

        outputs, done = job.step("run")
        expect(outputs["status"] == "1" and done.stdout.count("::") >= 4, "without a base all is told")
        outputs, done = job.step("run", QUIZLINT_ARGUMENTS="--select\nduplicates", QUIZLINT_FAIL_ON="never")
        expect(outputs["status"] == "0", f"arguments reach quizlint\n{done.stderr}")
        outputs, done = job.step("run", QUIZLINT_PATHS="no such folder; $(touch hacked)")
        expect(outputs["status"] == "2" and done.returncode == 1, "what cannot be done fails at once")
        expect(not (job.clone / "hacked").exists(), "no input is read as a command")


if __name__ == "__main__":
    main()
