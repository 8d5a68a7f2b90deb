#!/usr/bin/env python3
"""What each kind of fix makes of a bank.

usage: mended.py PROGRAM

Each case is mended as it stands, with CRLF and a BOM, and in a file that is not UTF-8; by --fix, and by `git apply` with
what --diff prints. A second run changes nothing.
"""
import pathlib, shutil, subprocess, sys, tempfile

from checking import check, failures

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
SAFE, UNSAFE = [], ["--unsafe-fixes"]
# Questions that nothing is found in, before and after those of a case.
ASK = "**Q:** What is a {}?\n\n**A:** It is a part of every network.\n\n"
FRONT = "".join(ASK.format(word) for word in ("hub", "cable", "plug", "tower", "wire"))
END = ASK.format("modem")
ITEM = "- [What is a {0}?](#what-is-a-{0})\n"
TITLE = "## What is a {}?\n\nIt is a part of every network.\n\n"
WORDS = ("hub", "cable", "plug", "modem", "bridge", "router")
LIST, PAGE = "".join(map(ITEM.format, WORDS)), "".join(map(TITLE.format, WORDS))
FOLD = "<details>\n<summary>What is a {}?</summary>\n\nIt is a part of every network.\n\n</details>\n\n"
FOLDED = "### What is a {}?\n\n<details>\n<summary>Answer</summary>\n<p>\n\nIt is a part of every network.\n\n</p>\n</details>\n\n"
FAR = FOLD.replace("<details>\n", "<details>\n\n")
COUNTED = "".join(f"## {{}}. What is a {word}?\n\nIt is a part of every network.\n\n" for word in WORDS)

CASES = {
    "a typo": (SAFE, "**Q:** What is the arhictecture of a hub?\n\n**A:** A star.\n", "**Q:** What is the architecture of a hub?\n\n**A:** A star.\n"),
    "two slips in a short word are left to people": (SAFE, "**Q:** Why is the prtcol so slow today?\n\n**A:** It waits.\n", None),
    "two slips in a short word": (UNSAFE, "**Q:** Why is the prtcol so slow today?\n\n**A:** It waits.\n", "**Q:** Why is the protocol so slow today?\n\n**A:** It waits.\n"),
    "a repeated word": (SAFE, "**Q:** Where is the the hub?\n\n**A:** Here.\n", "**Q:** Where is the hub?\n\n**A:** Here.\n"),
    "two blanks": (SAFE, "**Q:** Where is  the hub?\n\n**A:** Here.\n", "**Q:** Where is the hub?\n\n**A:** Here.\n"),
    "the name of a product": (SAFE, "**Q:** Is it PostgresSQL?\n\n**A:** Yes.\n", "**Q:** Is it PostgreSQL?\n\n**A:** Yes.\n"),
    "a number that stands twice": (UNSAFE, COUNTED.format(1, 2, 2, 3, 4, 5), COUNTED.format(1, 2, 3, 4, 5, 6)),
    "a number out of order": (UNSAFE, COUNTED.format(1, 2, 7, 4, 5, 6), COUNTED.format(1, 2, 3, 4, 5, 6)),
    "a dead anchor": (SAFE, "# Parts\n\n" + LIST.replace("#what-is-a-plug", "#what-is-a-plg") + "\n" + PAGE, "# Parts\n\n" + LIST + "\n" + PAGE),
    "a heading that is not listed": (UNSAFE, "# Parts\n\n" + LIST.replace(ITEM.format("plug"), "") + "\n" + PAGE, "# Parts\n\n" + LIST + "\n" + PAGE),
    "an entry whose heading is gone": (UNSAFE, "# Parts\n\n" + LIST.replace(ITEM.format("bridge"), ITEM.format("quantum") + ITEM.format("bridge")) + "\n" + PAGE, "# Parts\n\n" + LIST + "\n" + PAGE),
    "a label marked otherwise": (SAFE, FRONT + "***Q:** What is a bridge?\n\n**A:** It is a part of every network.\n\n" + END, FRONT + ASK.format("bridge") + END),
    "a line in bold marked otherwise": (SAFE, (FRONT + END).replace("**Q:**", "**Q:").replace("?", "?**").replace("**Q: What is a plug", "***Q: What is a plug"), (FRONT + END).replace("**Q:**", "**Q:").replace("?", "?**")),
    "a blank line that is missing": (UNSAFE, FRONT + "**Q:** What is a bridge?\n**A:** It is a part of every network.\n\n" + END, FRONT + ASK.format("bridge") + END),
    "an open fence": (SAFE, FRONT + "**Q:** What does it print?\n\n**A:** One.\n\n```\nprint(1)\n\n" + END, FRONT + "**Q:** What does it print?\n\n**A:** One.\n\n```\nprint(1)\n```\n\n" + END),
    "a broken encoding": (SAFE, FRONT + "**Q:** What is a cafÃ©?\n\n**A:** Itâ€™s open.\n", FRONT + "**Q:** What is a café?\n\n**A:** It’s open.\n"),
    "stars that close nothing": (SAFE, FRONT + "**Q:** What is a bridge?\n\n**A:** It joins segments. **\n\n" + END, FRONT + "**Q:** What is a bridge?\n\n**A:** It joins segments.\n\n" + END),
    "an item that holds nothing": (SAFE, FRONT + "**Q:** What is a bridge?\n\n**A:** It joins\n\n- segments\n- nets\n-\n\n" + END, FRONT + "**Q:** What is a bridge?\n\n**A:** It joins\n\n- segments\n- nets\n\n" + END),
    "an exact copy": (UNSAFE, FRONT + ASK.format("hub") + END, FRONT + END),
    "a copy in a fold": (UNSAFE, "# Parts\n\n" + "".join(map(FOLD.format, WORDS)) + FOLD.format("plug") + FOLD.format("mast"), "# Parts\n\n" + "".join(map(FOLD.format, WORDS)) + FOLD.format("mast")),
    "a copy whose answer is folded": (UNSAFE, "# Parts\n\n" + "".join(map(FOLDED.format, WORDS)) + FOLDED.format("plug") + FOLDED.format("mast"), "# Parts\n\n" + "".join(map(FOLDED.format, WORDS)) + FOLDED.format("mast")),
    "a copy whose fold opens far above its summary is left": (UNSAFE, "\n\n\n# Parts\n\n" + "".join(map(FAR.format, WORDS)) + FAR.format("plug") + FAR.format("mast"), None),
    "a copy with another answer is left": (UNSAFE, FRONT + ASK.format("hub").replace("every", "no") + END, None),
    "a copy is left where only --fix is asked": (SAFE, FRONT + ASK.format("hub") + END, None),
}


def quizlint(folder, *arguments):
    return subprocess.run([PROGRAM, "check", "--isolated", "--fail-on", "never", *arguments, "bank.md"], cwd=folder, capture_output=True)


def try_case(folder, name, options, before, after):
    bank = folder / "bank.md"
    bank.write_bytes(before)
    patch = quizlint(folder, "--diff", *options).stdout
    check(bank.read_bytes() == before, f"{name}: --diff changes nothing")
    if patch:
        beside = folder / "patched"
        beside.mkdir(exist_ok=True)
        shutil.copy(bank, beside)
        subprocess.run(["git", "apply", "-p0", "--whitespace=nowarn"], cwd=beside, input=patch, check=True)
        check((beside / "bank.md").read_bytes() == after, f"{name}: the difference is what is mended")
        shutil.rmtree(beside)
    quizlint(folder, "--fix", *options)
    check(bank.read_bytes() == after, f"{name}: {bank.read_bytes()!r}\n     not {after!r}")
    quizlint(folder, "--fix", *options)
    check(bank.read_bytes() == after, f"{name}: a second run changes nothing")


def keeps_one_of_two_banks(folder):
    """A bank that is wholly a copy is told once, and not emptied question by question."""
    for name in ("a.md", "b.md"):
        (folder / name).write_text(FRONT + END)
    subprocess.run([PROGRAM, "check", "--isolated", "--fix", "--unsafe-fixes", "-q", "."], cwd=folder, capture_output=True)
    check([(folder / name).read_text() for name in ("a.md", "b.md")] == [FRONT + END] * 2, "a copy of a bank is left whole")
    for name in ("a.md", "b.md"):
        (folder / name).write_text(ASK.format("hub"))
    subprocess.run([PROGRAM, "check", "--isolated", "--fix", "--unsafe-fixes", "-q", "."], cwd=folder, capture_output=True)
    check([(folder / name).read_text() for name in ("a.md", "b.md")] == [ASK.format("hub")] * 2, "the last question of a bank is left")


def main():
    with tempfile.TemporaryDirectory(prefix="quizlint-mended-") as folder:
        folder = pathlib.Path(folder)
        for name, (options, before, after) in CASES.items():
            after = before if after is None else after
            try_case(folder, name, options, before.encode(), after.encode())
            dos = [b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() for text in (before, after)]
            try_case(folder, name + ", CRLF and BOM", options, *dos)
            old = [(text + "\n" + ASK.format("caf?").replace("?", "\xe9", 1)) for text in (before, after)]
            if after.isascii():
                try_case(folder, name + ", ISO 8859-1", options, *(text.encode("latin-1") for text in old))
        for path in folder.iterdir():
            path.unlink()
        keeps_one_of_two_banks(folder)
    print(f"{len(CASES)} kinds of fixes")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
