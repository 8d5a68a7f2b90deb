#!/usr/bin/env python3
"""Times the typo checks from start to finish on one Markdown file, beside codespell where that is installed.

    tests/bench/typos.py build/quizlint [--bank BANK.md] [--kilobytes 50] [--slips 10] [--runs 20] [--no-peer]

Prints the wall-clock milliseconds of whole processes, median and best, one thread each: quizlint with no check (start and
reading), with the checks of typos, and codespell. The file is made here, of sentences about computers with some slips, or
is BANK. Runs take turns, so that a busy machine hits all alike. No threshold: machines differ."""
import argparse
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

NOUNS = ("array", "buffer", "cache", "certificate", "client", "cluster", "compiler", "container", "database", "deployment",
         "directory", "function", "gateway", "index", "iterator", "kernel", "lock", "message", "module", "network", "node",
         "operator", "packet", "partition", "pipeline", "process", "protocol", "query", "queue", "register", "scheduler",
         "schema", "server", "session", "socket", "stack", "thread", "transaction", "variable", "volume")
VERBS = ("allocates", "balances", "checks", "closes", "copies", "encrypts", "handles", "keeps", "locks", "measures", "moves",
         "opens", "reads", "replaces", "returns", "schedules", "sends", "sorts", "validates", "writes")
HOW = ("automatically", "before the deadline", "in constant time", "in the background", "on demand", "only once",
       "under heavy load", "with a timeout", "with little memory", "without a copy")
FORMS = ("The {0} {2} every {1} {3}, and then the {1} is released.", "A {0} that {2} a {1} {3} needs `{0}.{1}()` for it.",
         "It {2} the {0} {3}; see [the {1}](https://example.org/{0}/{1}) and `/etc/{1}.conf`.")


def slip(word, rng):
    at = rng.randrange(1, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2:]


def made(size, slips, seed=1):
    """Questions and answers of `size` bytes; `slips` words of it have two letters in the wrong order."""
    rng = random.Random(seed)
    text, length = ["# Questions\n"], 0
    while length < size:
        first, second = rng.sample(NOUNS, 2)
        answer = " ".join(rng.choice(FORMS).format(*rng.sample(NOUNS, 2), rng.choice(VERBS), rng.choice(HOW)) for _ in range(4))
        text.append(f"\n## What is the difference between a {first} and a {second} of a {rng.choice(NOUNS)}?\n\n{answer}\n")
        length += len(text[-1])
    for at in rng.sample(range(1, len(text)), min(slips, len(text) - 1)):
        text[at] = text[at].replace("difference", slip("difference", rng))
    return "".join(text)


def milliseconds(command):
    begin = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    took = time.perf_counter() - begin
    if done.returncode not in (0, 1, 65):  # codespell says 65 where it found something
        sys.exit(f"{' '.join(map(str, command))}: {done.returncode}")
    return 1000 * took, done.stdout.count(b"\n")


def commands(arguments, bank):
    check = [arguments.program, "check", "--isolated", "--no-cache", "--jobs", "1", "--quiet", "--output-format", "concise"]
    yield "quizlint, reading alone", [*check, "--select", "quizlint/unused-ignore", bank]
    yield "quizlint, typos", [*check, "--select", "typos", bank]
    codespell = shutil.which("codespell")
    if arguments.peer and codespell:
        yield "codespell", [codespell, bank]
    elif arguments.peer:
        print("codespell is not installed")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=lambda path: pathlib.Path(path).resolve())
    parser.add_argument("--bank", type=pathlib.Path)
    parser.add_argument("--kilobytes", type=int, default=50)
    parser.add_argument("--slips", type=int, default=10)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--no-peer", dest="peer", action="store_false")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        bank = arguments.bank or pathlib.Path(name, "bank.md")
        if not arguments.bank:
            bank.write_text(made(1000 * arguments.kilobytes, arguments.slips), encoding="utf-8")
        print(f"{bank.name}: {bank.stat().st_size} bytes, {arguments.runs} runs")
        timed = [(what, command, []) for what, command in commands(arguments, bank)]
        for _ in range(arguments.runs):
            for what, command, took in timed:
                took.append(milliseconds(command))
        for what, _, took in timed:
            times = [each for each, _ in took]
            print(f"{what:24} median {statistics.median(times):7.1f} ms, best {min(times):7.1f} ms, {took[0][1]} lines told")


if __name__ == "__main__":
    main()
