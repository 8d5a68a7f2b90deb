#!/usr/bin/env python3
"""The gate, as a maintainer meets it: keep what there is, change something, and see what is new.

usage: gate.py PROGRAM [FOLDER [BANKS]]

Every folder in FOLDER (by default of banks that are made up) becomes a git repository with a baseline. In up to BANKS of its
banks, one after another, and in their own markup:
  - nothing is new where nothing was done, and where lines moved and the file has another name
  - nothing is new where a fault was mended
  - a new question with a typo and a copy of a question are exactly what is new, under --baseline and --base-ref
  - --fix mends the typo, and makes nothing else new
  - a third copy is new although the second is in the baseline
"""
import collections, json, pathlib, random, re, shutil, subprocess, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
MODES = (("--baseline", ".quizlint-baseline"), ("--base-ref", "HEAD"))
STEM = "How would you explain the arhictecture of a lighthouse to a visitor?"
ANSWER = "A lighthouse keeper shows the lamp, the lens and the stairs."
EXPECTED = collections.Counter(["duplicates/exact", "typos/misspelling"])
# What a change may truly make new beside: it is told apart, and counted.
UNANSWERED = "unanswered/missing"
DUE = {"structure/missing-file", "structure/contents-drift", "structure/translation-drift"}


def quizlint(folder, *arguments):
    done = subprocess.run([PROGRAM, *arguments], cwd=folder, capture_output=True, text=True, timeout=600)
    if done.returncode not in (0, 1):
        sys.exit(f"{folder}: {arguments}: {done.stderr}")
    return done


def findings(folder, *arguments):
    """The findings, and the exit status without and with those of severity info."""
    done = quizlint(folder, "check", "--isolated", "--output-format", "json", *arguments)
    return json.loads(done.stdout)["findings"], done.returncode


def git(folder, *arguments):
    subprocess.run(["git", "-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false", *arguments],
                   cwd=folder, check=True, capture_output=True)


def keep(folder):
    """What is there now is known from here on."""
    quizlint(folder, "check", "--isolated", "--write-baseline", ".quizlint-baseline", "--quiet", "--fail-on", "never")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", "kept")


def banks_of(folder):
    banks = json.loads(quizlint(folder, "parse", "--isolated", "--output-format", "json").stdout)["banks"]
    for bank in banks:
        bank["answered"] = any(question["answer"] or question["choices"] for question in bank["questions"])
    return banks


def loosely(text):
    """A pattern for a text as it may be marked up."""
    return r"[*_`~\\]*\s+[*_`~\\]*".join(re.escape(word).replace("`", "`?") for word in text.split())


class Records:
    """A JSON bank: an array of records somewhere in it."""

    def __init__(self, text, bank):
        self.whole = json.loads(text)
        self.indent = re.search(r"\n([ \t]+)", text)
        self.last = text[-1:] == "\n"
        self.array = max(self.arrays(self.whole), key=len)
        self.stem = (bank["map"] or {}).get("stem", "question")
        self.count = len(self.array)

    def arrays(self, value):
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield value
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from self.arrays(inner)

    def insert(self, at, source, number, stem=None):
        record = dict(self.array[source])
        if stem and self.stem not in record:
            return False
        if stem:
            record[self.stem] = stem
        self.array.insert(at, record)
        return True

    def text(self):
        indent = self.indent.group(1) if self.indent else None
        return json.dumps(self.whole, indent=indent, ensure_ascii=False) + "\n" * self.last


class Lines:
    """A bank whose questions are lines that can be copied."""

    def __init__(self, text, bank):
        self.lines = text.split("\n")
        self.questions = bank["questions"]
        self.count = len(self.questions)
        self.spans = []
        for this, after in zip(self.questions, [*self.questions[1:], None]):
            end = this["end_line"]
            if after and after["section"] == this["section"]:
                end = after["line"] - 1  # with what closes the question, such as a rule
            while end < len(self.lines) and not self.lines[end].strip() and (not after or end < after["line"] - 1):
                end += 1
            self.spans.append((this["line"] - 1, end))
        self.added = []

    def insert(self, at, source, number, stem=None):
        begin, end = self.spans[source]
        block, question = self.lines[begin:end], self.questions[source]
        if number:
            block = [re.sub(rf"(?<!\d){question['number']}(?!\d)", str(number), line, count=1) if not n else line
                     for n, line in enumerate(block)]
        if stem:
            block = self.reworded(block, question, stem)
            if not block:
                return False
        if block and block[-1].strip() and begin and not self.lines[begin - 1].strip():
            block = [*block, ""]
        place = self.spans[at][0] if at < self.count else self.spans[-1][1]
        if at >= self.count and self.lines[place - 1].strip() and not self.lines[begin - 1].strip():
            block = ["", *block]
        self.added.append((place, block))
        self.list_in_contents(at, source, number, stem)
        return True

    def list_in_contents(self, at, source, number, stem):
        """Where a table of contents lists the questions, the new one, too; behind the one that it comes after."""
        text, before = stem or self.questions[source]["question"], self.questions[max(at, 1) - 1]
        entry = lambda text: [n for n, line in enumerate(self.lines) if re.search(rf"\[[\d. ]*{loosely(text)}\]\(#", line)]
        place, copied = entry(before["question"]), entry(text)
        if not place:
            return
        line = self.lines[place[0]]
        anchor = re.search(r"\]\(#([^)]*)\)", line).group(1)
        slug = re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")
        if copied:
            slug = re.search(r"\]\(#([^)]*)\)", self.lines[copied[0]]).group(1) + "-1"
        line = re.sub(loosely(before["question"]), lambda _: text, line.replace(f"(#{anchor})", f"(#{slug})"), count=1)
        if number:
            line = re.sub(rf"(?<!\d){before['number']}(?!\d)", str(number), line, count=1)
        self.added.append((place[0] + 1, [line]))

    def reworded(self, block, question, stem):
        text = "\n".join(block)
        text, changed = re.subn(rf"\[?{loosely(question['question'])}(\]\([^)]*\))?", lambda _: stem, text, count=1)
        if not changed:
            return None
        answer = question["answer"].split("\n")[0]
        if len(answer) > 20 and not question["choices"]:
            text = text.replace(answer, ANSWER, 1)
        return text.split("\n")

    def text(self):
        lines = list(self.lines)
        for place, block in sorted(reversed(self.added), key=lambda each: -each[0]):
            lines[place:place] = block
        return "\n".join(lines)


def editor(text, bank):
    return (Records if bank["path"].endswith(".json") else Lines)(text, bank)


def clean_questions(bank, found):
    """Those that nothing is found in, by index from 0: what is copied brings no fault of its own."""
    faulty = {each["question"] for each in found if each["path"] == bank["path"] and (bank["answered"] or each["check"] != UNANSWERED)}
    related = {(each["path"], related["line"]) for each in found for related in each["related"] if related["path"] == bank["path"]}
    lines = {line for _, line in related}
    return [n for n, question in enumerate(bank["questions"])
            if n + 1 not in faulty and not lines & set(range(question["line"], question["end_line"] + 1))
            and 3 < len(question["question"].split()) < 40 and question["language"] in ("en", None)
            and (question["answer"] or question["choices"] or not bank["answered"]) and "\n" not in question["question"]]


def is_counted(bank):
    return sum(bool(question["number"]) for question in bank["questions"]) > len(bank["questions"]) / 2


class Trial:
    def __init__(self, folder, bank, log):
        self.folder, self.bank, self.log = folder, bank, log
        self.path = folder / bank["path"]
        self.original = self.path.read_bytes().decode(errors="surrogateescape")

    def expect(self, what, expected, exit_status=None, extra=()):
        """`expected` in a bank with answers and without a table of contents that repeats what is new."""
        text = self.path.read_bytes()
        expected = collections.Counter(expected)
        if expected["typos/misspelling"]:
            expected["typos/misspelling"] = text.count(b"arhictecture of a")
        if expected and not self.bank["answered"]:
            expected[UNANSWERED] = self.added
        for mode in MODES:
            found, status = findings(self.folder, *mode, *extra)
            kinds = collections.Counter(each["check"] for each in found)
            surplus, missing = kinds - expected, expected - kinds
            due = collections.Counter({check: n for check, n in surplus.items() if check in DUE})
            exact = not surplus and not missing and (exit_status is None or status == exit_status)
            self.log(self.folder.name, self.bank["path"], what, mode[0], exact, not (surplus - due) and not missing,
                     [each for each in found if each["check"] in surplus], missing)

    def write(self, text, name=None):
        self.path.unlink()
        if name:
            self.path = self.path.with_name(name)
        self.path.write_bytes(text.encode(errors="surrogateescape"))

    def reset(self):
        git(self.folder, "reset", "-q", "--hard")
        git(self.folder, "clean", "-qfd")
        self.path = self.folder / self.bank["path"]

    def moved(self, text):
        """Another name, and lines further down."""
        name = "moved-" + self.path.name
        front = text.startswith("---\n") or self.path.suffix in (".json", ".csv", ".tsv", ".jsonl", ".gift", ".txt", ".yaml", "")
        self.write(text if front else "<!-- moved -->\n\n" + text, name)

    def places(self):
        """Where a copy and a new question go: at the end where questions are numbered, else amidst them."""
        count, at = len(self.bank["questions"]), []
        if is_counted(self.bank):
            last = self.bank["questions"][-1]["number"] or ""
            number = int(last) if last.isdigit() else 0
            return [(count, number and number + 1), (count, number and number + 2)]
        return [(count * 2 // 3, None), (count // 3, None)]

    def mend_each(self, found):
        """What a safe fix mends makes nothing new, but for a link to a heading which is mended alone."""
        fixes = [fix["edits"] for each in found if each["path"] == self.bank["path"] for fix in each["fixes"][:1] if fix["safety"] == "safe"]
        for edits in random.sample(fixes, min(2, len(fixes))):
            data = self.path.read_bytes()
            for edit in sorted(edits, key=lambda edit: -edit["begin"]):
                data = data[:edit["begin"]] + edit["text"].encode() + data[edit["end"]:]
            self.path.write_bytes(data)
            self.expect("one mended", collections.Counter(), 0)
            self.reset()
        quizlint(self.folder, "check", "--isolated", "--fix", "--quiet", "--fail-on", "never")
        self.expect("all mended", collections.Counter(), 0)
        self.reset()

    def run(self, clean, found, tell):
        self.added = 2
        random.shuffle(clean)
        self.expect("nothing", collections.Counter(), 0)
        self.mend_each(found)
        self.moved(self.original)
        self.expect("moved", collections.Counter(), 0)
        self.reset()
        (at_copy, number_copy), (at_new, number_new) = self.places()
        if len(clean) < 2:
            return tell(f"{self.bank['path']}: no two questions without a finding")
        questions, beside = self.bank["questions"], [min(max(at - 1, 0), len(self.bank["questions"]) - 1) for at in (at_copy, at_new)]
        clean.sort(key=lambda n: questions[n]["layout"] not in [questions[at]["layout"] for at in beside])
        text = editor(self.original, self.bank)
        text.insert(at_copy, clean[0], number_copy)
        if not any(text.insert(at_new, each, number_new, STEM) for each in clean[1:]):
            return tell(f"{self.bank['path']}: no question that can be reworded")
        changed = text.text()
        self.moved(changed)
        self.expect("typo and copy", EXPECTED, 1)
        quizlint(self.folder, "check", "--isolated", "--fix", "--baseline", ".quizlint-baseline", "--quiet", "--fail-on", "never")
        text = self.path.read_bytes()
        self.mended = b"architecture of a lighthouse" in text and b"arhictecture" not in text
        self.log(self.folder.name, self.bank["path"], "--fix mends it", "", self.mended, self.mended, [], {})
        self.expect("typo mended", collections.Counter(["duplicates/exact"]), 1)
        self.reset()
        self.third_copy(clean, at_copy, number_copy)

    def third_copy(self, clean, at, number):
        text = editor(self.original, self.bank)
        text.insert(at, clean[0], number)
        self.write(text.text())
        keep(self.folder)
        text = editor(self.original, self.bank)
        text.insert(at, clean[0], number)
        text.insert(at, clean[0], number and number + 1)
        self.write(text.text())
        self.added = 1
        self.expect("third copy", collections.Counter(["duplicates/exact"]), 1)


def chosen(banks, found, count):
    """The largest bank of each layout first."""
    rich = [bank for bank in banks if len(bank["questions"]) >= 5 and len(clean_questions(bank, found)) >= 2]
    seen, order = collections.Counter(), []
    for bank in sorted(rich, key=lambda bank: -len(bank["questions"])):
        order.append((seen[bank["layout"]], bank))
        seen[bank["layout"]] += 1
    return [bank for _, bank in sorted(order, key=lambda each: each[0])][:count]


def run_repository(source, work, count, log, tell):
    folder = work / ("repository-" + source.name)
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns("*.dump"))
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    git(folder, "init", "-q")
    keep(folder)
    found, _ = findings(folder, "--fail-on", "never")
    banks = chosen(banks_of(folder), found, count)
    if not banks:
        tell(f"{source.name}: no bank for it")
    for bank in banks:
        Trial(folder, bank, log).run(clean_questions(bank, found), found, tell)
        git(folder, "reset", "-q", "--hard", "HEAD")
        git(folder, "clean", "-qfd")
        while subprocess.run(["git", "rev-parse", "-q", "--verify", "HEAD~1"], cwd=folder, capture_output=True).returncode == 0:
            git(folder, "reset", "-q", "--hard", "HEAD~1")
    shutil.rmtree(folder)


LETTERS = "ABCD"


def material():
    """Questions of our own: (question, answer, four choices, the place of the key among them)."""
    banks = json.loads(quizlint(ROOT / "banks", "parse", "--isolated", "--output-format", "json", "python.md", "sql.md", "cpp.md").stdout)["banks"]
    pairs = [(question["question"], question["answer"].split("\n")[0]) for bank in banks for question in bank["questions"]]
    pairs = [(stem, answer) for stem, answer in pairs if stem.endswith("?") and "\n" not in stem and not re.search(r"[*_<>`#|\\{}~=:]", stem + answer)]
    for at, fault in zip([at for at, (stem, _) in enumerate(pairs) if " the " in stem][:2], (" teh ", " the the ")):
        pairs[at] = (pairs[at][0].replace(" the ", fault, 1), pairs[at][1])
    return [(stem, answer, [f"the {word} way" for word in random.sample(WAYS, 4)], random.randrange(4)) for stem, answer in pairs][:60]


WAYS = "long short quick slow bright narrow quiet old steep gentle".split()


def slug(text):
    return re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")


def made_up(folder):
    """A bank of 60 questions in each of the common ways to mark one up."""
    asked = list(enumerate(material(), 1))
    lines = lambda form: "".join(form(n, *each) for n, each in asked)
    boxes = lambda choices, key: "".join(f"- [{'x' if n == key else ' '}] {choice}\n" for n, choice in enumerate(choices))
    letters = lambda choices: "".join(f"- {letter}: {choice}\n" for letter, choice in zip(LETTERS, choices))
    record = lambda stem, choices, key: {"question": stem, "choices": choices, "answer": choices[key]}
    contents = lines(lambda n, stem, *_: f"| {n} | [{stem}](#{slug(stem)}) |\n")
    banks = {
        "labels/bank.md": lines(lambda n, stem, answer, *_: f"**Q:** {stem}\n\n**A:** {answer}\n\n"),
        "headings/bank.md": "# Banks\n\n" + lines(lambda n, stem, answer, *_: f"## {stem}\n\n{answer}\n\n---\n\n"),
        "contents/bank.md": "# Banks\n\n| No. | Questions |\n| --- | --- |\n" + contents + "\n" + lines(
            lambda n, stem, answer, *_: f"{n}. ### {stem}\n\n   {answer}\n\n"),
        "details/bank.md": "# Banks\n\n" + lines(
            lambda n, stem, answer, *_: f"<details>\n<summary>{stem}</summary><br><b>\n\n{answer}\n</b></details>\n\n"),
        "list/bank.md": "# Banks\n\n" + lines(lambda n, stem, answer, *_: f"{n}. **{stem}**\n\n   {answer}\n\n"),
        "boxes/bank.md": "# Quiz\n\n" + lines(lambda n, stem, _, choices, key: f"#### Q{n}. {stem}\n\n{boxes(choices, key)}\n"),
        "lettered/bank.md": "# Quiz\n\n" + lines(
            lambda n, stem, _, choices, key: f"###### {n}. {stem}\n\n{letters(choices)}\n<details><summary><b>Answer</b></summary>\n<p>\n\n"
                                             f"#### Answer: {LETTERS[key]}\n\nThis way.\n\n</p>\n</details>\n\n---\n\n"),
        "mere/bank.md": "# Questions\n\n" + lines(lambda n, stem, *_: f"* {stem}\n"),
        "numbered/bank.txt": lines(lambda n, stem, answer, *_: f"{n}. {stem}\n{answer}\n\n"),
        "trivia/bank": lines(lambda n, stem, _, choices, key: f"#Q {stem}\n^ {choices[key]}\n" + "".join(
            f"{letter} {choice}\n" for letter, choice in zip(LETTERS, choices)) + "\n"),
        "json/bank.json": json.dumps([record(stem, choices, key) for _, (stem, _, choices, key) in asked], indent=2) + "\n",
        "jsonl/bank.jsonl": lines(lambda n, stem, _, choices, key: json.dumps(record(stem, choices, key)) + "\n"),
        "csv/bank.csv": "question,answer\n" + lines(lambda n, stem, answer, *_: f'"{stem}","{answer.replace(chr(34), chr(34) * 2)}"\n'),
        "yaml/bank.yaml": lines(lambda n, stem, answer, *_: f"- question: {json.dumps(stem)}\n  answer: {json.dumps(answer)}\n"),
        "table/bank.md": "# Cards\n\n| Question | Answer |\n| --- | --- |\n" + lines(lambda n, stem, answer, *_: f"| {stem} | {answer} |\n"),
    }
    for name, text in banks.items():
        path = folder / name
        path.parent.mkdir(parents=True)
        path.write_text(text)
    return folder


def main():
    random.seed(11)
    count, only = int(sys.argv[3]) if sys.argv[3:] else 1, sys.argv[4:]
    table = collections.defaultdict(lambda: [0, 0, 0])

    def log(repository, path, what, mode, exact, fair, surplus, missing):
        row = table[what, mode]
        row[0] += exact
        row[1] += fair
        row[2] += 1
        if not exact:
            print(f"{'due ' if fair else 'FAIL'} {repository} {path}: {what} {mode}: missing {list(missing)}")
            for each in surplus[:6]:
                print(f"      {each['path']}:{each['line']} {each['check']} {each['message'][:150]}")
            sys.stdout.flush()

    with tempfile.TemporaryDirectory(prefix="quizlint-gate-") as work:
        source = pathlib.Path(sys.argv[2]).resolve() if sys.argv[2:] else made_up(pathlib.Path(work, "made-up"))
        for repository in sorted(source.iterdir()):
            if repository.is_dir() and (not only or any(each in repository.name for each in only)):
                run_repository(repository, pathlib.Path(work), count, log, print)
    print(f"\n{'':16} {'':11} exact  fair    of")
    for (what, mode), (exact, fair, runs) in table.items():
        print(f"{what:16} {mode:11} {exact:5} {fair:5} {runs:5}")
    sys.exit(any(fair < runs for _, fair, runs in table.values()))


if __name__ == "__main__":
    main()
