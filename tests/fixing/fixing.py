#!/usr/bin/env python3
"""What holds of fixing, whatever the bank.

usage: fixing.py PROGRAM [FOLDER]

Over copies of all our fixtures (or of the banks in FOLDER):
  - the fixed bank reads as it did, but for the words that were mended
  - a second run changes nothing
  - line endings, a BOM, the mode and links stay; a file without fixes is not touched
  - a process that is killed leaves the old file or the new one
"""
import difflib, json, os, pathlib, random, re, shutil, signal, stat, subprocess, sys, tempfile, time

from checking import check, failures

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
FIXTURES = [pathlib.Path(sys.argv[2]).resolve()] if sys.argv[2:] else [ROOT / x for x in ("banks", "tests/banks", "tests/reading")]
BOM = b"\xef\xbb\xbf"
WORD = re.compile(r"\w+")
MARKUP = re.compile(rb"</?\w[^<>\n]*>|\]\(")  # tags, and what leads a link or a picture to its target
LINE_END = re.compile(rb"\\[nrt]")  # as JSON writes it: its letter belongs to no word
ANCHOR = re.compile(rb'#[^"\'>]*')  # is repaired


def quizlint(folder, *arguments):
    return subprocess.run([PROGRAM, *arguments, "."], cwd=folder, capture_output=True, timeout=900)


def fix(folder, *arguments):
    done = quizlint(folder, "check", "--isolated", "--fix", "--fail-on", "never", "--output-format", "json", *arguments)
    return json.loads(done.stdout)


def read(folder):
    return {bank["path"]: bank for bank in json.loads(quizlint(folder, "parse", "--isolated", "--output-format", "json").stdout)["banks"]}


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def copy(to):
    for fixtures in FIXTURES:
        shutil.copytree(fixtures, to / "-".join(fixtures.parts[-2:]), ignore=shutil.ignore_patterns("*.dump"))
    for path in to.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return to


def touched(before, after):
    """The words that stand on one side alone of what changed."""
    words, lines = set(), [LINE_END.sub(b"  ", x).decode(errors="replace").splitlines() for x in (before, after)]
    for kind, *at in difflib.SequenceMatcher(None, *lines, False).get_opcodes():
        if kind != "equal":
            old, new = WORD.findall("\n".join(lines[0][at[0]:at[1]])), WORD.findall("\n".join(lines[1][at[2]:at[3]]))
            for change, *within in difflib.SequenceMatcher(None, old, new, False).get_opcodes():
                if change != "equal":
                    words.update(old[within[0]:within[1]], new[within[2]:within[3]])
    return words


def shape(bank, mended):
    def words(text):
        return [word for word in WORD.findall(text or "") if word not in mended]

    return bank["layout"], [
        (question["layout"], question["kind"], words(question["section"]), words(question["question"]),
         words(question["answer"]), words(question["explanation"]),
         [(words(choice["text"]), choice["correct"]) for choice in question["choices"] or []])
        for question in bank["questions"]]


def reads_the_same(work):
    """Gives the files before and after, and how many a fix changed."""
    folder = copy(work / "plain")
    before, banks = files(folder), read(folder)
    fix(folder)
    after, now = files(folder), read(folder)
    changed = [path for path in before if before[path] != after[path]]
    for path in changed:
        marks = [sorted(ANCHOR.sub(b"#", mark) for mark in MARKUP.findall(text)) for text in (before[path], after[path])]
        check(marks[0] == marks[1], f"{path} keeps tags and pictures")
        mended = touched(before[path], after[path])
        check(path in now and shape(now[path], mended) == shape(banks[path], mended), f"{path} reads as it did")
    fix(folder)
    check(files(folder) == after, "a second run changes nothing")
    return before, after, changed


def keeps_its_form(work, before, after, changed):
    folder = copy(work / "form")
    for number, path in enumerate(sorted(changed)):
        if before[path].startswith(BOM) or b"\r" in before[path]:
            continue
        (folder / path).write_bytes(BOM * (number % 2) + before[path].replace(b"\n", b"\r\n"))
        (folder / path).chmod(0o640)
    link = folder / "a-link.md"
    link.symlink_to(changed[0])
    fix(folder)
    check(link.is_symlink(), "a link stays a link")
    for number, path in enumerate(sorted(changed)):
        if before[path].startswith(BOM) or b"\r" in before[path]:
            continue
        now = (folder / path).read_bytes()
        check(now.startswith(BOM) == bool(number % 2), f"{path} keeps its BOM")
        check(re.search(rb"(?<!\r)\n|\r(?!\n)", now) is None, f"{path} keeps its line endings")
        check(stat.S_IMODE((folder / path).stat().st_mode) == 0o640, f"{path} keeps its mode")


def survives_being_killed(work, before, after, changed):
    folder = copy(work / "killed")
    begun = time.monotonic()
    fix(folder)
    takes, killed = time.monotonic() - begun, 0
    generator = random.Random(7)
    for _ in range(6):
        for path in changed:
            (folder / path).write_bytes(before[path])
        process = subprocess.Popen([PROGRAM, "check", "--isolated", "--fix", "--quiet", "."], cwd=folder,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(takes * generator.uniform(0.5, 1))
        process.send_signal(signal.SIGKILL)
        killed += process.wait() < 0
        for path in changed:
            check((folder / path).read_bytes() in (before[path], after[path]), f"{path} is whole after a kill")
    print(f"killed {killed} of 6 runs while they were at work")


def leaves_what_changed_meanwhile(work):
    """The file changes between reading and writing: a pipe among the paths holds the program up between the two."""
    folder = work / "meanwhile"
    folder.mkdir()
    bank, pipe = folder / "bank.md", folder / "pipe.md"
    bank.write_text("**Q:** What is a hub hub?\n\n**A:** A repeater, and and nothing more.\n")
    os.mkfifo(pipe)
    process = subprocess.Popen([PROGRAM, "check", "--isolated", "--fix", "bank.md", "pipe.md"], cwd=folder,
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    with open(pipe, "w") as feeding:  # opens when the program reads it, after bank.md
        time.sleep(0.3)
        bank.write_text("**Q:** Mine?\n\n**A:** Mine.\n")
        feeding.write("**Q:** What is a switch?\n\n**A:** A bridge with many ports.\n")
    errors = process.communicate(timeout=60)[1]
    check(bank.read_text() == "**Q:** Mine?\n\n**A:** Mine.\n", "what changed meanwhile is left")
    check(process.returncode == 2 and "changed while quizlint was at work" in errors, f"and it is told: {errors}")


def main():
    with tempfile.TemporaryDirectory(prefix="quizlint-fixing-") as folder:
        work = pathlib.Path(folder)
        before, after, changed = reads_the_same(work)
        print(f"{len(changed)} of {len(before)} files have fixes")
        check(len(changed) > 10 or sys.argv[2:], "there is something to fix")
        keeps_its_form(work, before, after, changed)
        survives_being_killed(work, before, after, changed)
        leaves_what_changed_meanwhile(work)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
