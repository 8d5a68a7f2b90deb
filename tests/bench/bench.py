#!/usr/bin/env python3
"""Times `quizlint check` on made-up banks: the start, one bank of 50 KB, and a growing pile of questions.

    tests/bench/bench.py build/quizlint [REPEATS]

Prints the best wall time of each; there is no threshold, for machines differ. Two runs on one machine compare."""
import pathlib
import random
import subprocess
import sys
import tempfile
import time

SUBJECTS = "queue stack index thread process socket buffer cache table join view cursor branch merge tag module".split()
VERBS = "open close lock share copy move split sort search replace compress cancel".split()
REASONS = "memory latency order safety speed clarity size cost".split()


def question(number, rng):
    subject, verb, reason = rng.choice(SUBJECTS), rng.choice(VERBS), rng.choice(REASONS)
    other = rng.choice(SUBJECTS)
    return (
        f"### Question {number}\n\n"
        f"**Q:** How do you {verb} the {subject} of size {number} beside one {other}?\n\n"
        f"**A:** You {verb} the {subject} first and look at the {other} after that. What it costs in {reason} depends "
        f"on the {other}; with {rng.randrange(2, 99)} of them a plain list is enough.\n\n"
    )


def bank(count, first, seed):
    rng = random.Random(seed)
    return "".join(question(first + i, rng) for i in range(count))


def best_time(command, repeats):
    best = float("inf")
    for _ in range(repeats):
        begin = time.perf_counter()
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        best = min(best, time.perf_counter() - begin)
        if done.returncode not in (0, 1):
            sys.exit(f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stderr.decode()}")
    return best


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    repeats = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    check = [program, "check", "--isolated", "--no-cache", "--output-format", "json"]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)

        def row(what, path, size):
            print(f"{what:34} {size / 1000:9.0f} KB {best_time([*check, path], repeats) * 1000:9.1f} ms", flush=True)

        tiny = folder / "tiny.md"
        tiny.write_text("**Q:** What is a queue?\n\n**A:** A list.\n")
        row("start, one question", tiny, tiny.stat().st_size)
        small = folder / "small.md"
        small.write_text(bank(160, 1, 1))
        row("one bank, 160 questions", small, small.stat().st_size)
        for files in (10, 100):
            pile = folder / f"pile{files}"
            pile.mkdir()
            for i in range(files):
                (pile / f"bank{i}.md").write_text(bank(160, 1 + 160 * i, i))
            row(f"{files} banks, {160 * files} questions", pile, sum(f.stat().st_size for f in pile.iterdir()))


if __name__ == "__main__":
    main()
