#!/usr/bin/env python3
"""Times the search for duplicates, on one thread, beside datasketch's MinHashLSH where that is installed.

    tests/bench/duplicates.py build/quizlint [--bank BANK.jsonl] [--sizes 10000,100000,1000000] [--no-peer] [--hostile]

Prints CPU seconds and peak memory of `check --select duplicates` for a growing number of questions, with what reading
alone takes, and the exponent of the growth. The questions are made here, or are the first ones of BANK (JSON Lines with
`question`). The peer hashes sets of three words at a time, 32 bands of 4, and asks for the neighbours of each question; it
gets the questions' texts and reads no file. `--hostile` times banks that are made to be slow instead. No threshold:
machines differ."""
import argparse
import itertools
import json
import math
import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile

FORMS = (
    "What is the difference between a {} {} and a {}?",
    "How would you {} the {} of a {} {}?",
    "Why does the {} {} need a {} before it can {}?",
    "When should a {} {} be preferred over the {} of a {}?",
    "Which {} is used to {} the {} when a {} is lost?",
)


def made(count, seed=1):
    """Questions over a skewed vocabulary; one in a hundred repeats an earlier one with another article."""
    rng = random.Random(seed)
    syllables = [a + b for a in "bdfgklmnprstv" for b in "aeiou"]
    words = ["".join(rng.choice(syllables) for _ in range(rng.choice((2, 2, 3)))) for _ in range(20000)]

    def draw():
        return words[int(len(words) * rng.random() ** 3)]

    questions = []
    for i in range(count):
        if i > 100 and i % 100 == 0:
            questions.append(questions[rng.randrange(i)].replace(" a ", " the ", 1))
        else:
            form = rng.choice(FORMS)
            questions.append(form.format(*(draw() for _ in range(form.count("{}")))))
    return questions


def hostile(count):
    rng = random.Random(2)
    few = [a + b for a in "bdf" for b in "aeio"]
    return {
        "copies of one question": ["What is a copy of a copy of a file?"] * count,
        "the same first words": [f"In a long question about a bank of questions say what x{i * 7919 % 99991}y {i} is" for i in range(count)],
        "the same few words": ["What " + " ".join(rng.choice(few) for _ in range(14)) + "?" for _ in range(count)],
        "the same words in turn": ["Is " + " ".join(rng.sample(few, 9)) + "?" for _ in range(count)],
        "two questions of 10 MB": ["Why " + " ".join(f"w{i % 977}" for i in range(2000000)) + end for end in ("?", " so?")],
    }


def write(path, questions):
    with open(path, "w", encoding="utf-8") as bank:
        for question in questions:
            bank.write(json.dumps({"question": question, "answer": "It depends."}) + "\n")


def measure(command):
    """CPU seconds and peak megabytes of a program."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{' '.join(map(str, command))}: {os.waitstatus_to_exitcode(status)}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def quizlint(program, bank, checks):
    return measure([program, "check", "--isolated", "--no-cache", "--jobs", "1", "--fail-on", "never", "--quiet",
                    "--select", checks, "--output-format", "json", bank])


def peer(bank):
    """Runs in a process of its own; the time of reading the file is not counted."""
    from datasketch import MinHash, MinHashLSH

    questions = [json.loads(line)["question"].lower().split() for line in open(bank, encoding="utf-8")]
    begin = resource.getrusage(resource.RUSAGE_SELF)
    index, hashes = MinHashLSH(params=(32, 4), num_perm=128), []
    for i, words in enumerate(questions):
        hashed = MinHash(num_perm=128)
        hashed.update_batch([" ".join(words[k:k + 3]).encode() for k in range(max(1, len(words) - 2))])
        index.insert(i, hashed)
        hashes.append(hashed)
    for hashed in hashes:
        index.query(hashed)
    end = resource.getrusage(resource.RUSAGE_SELF)
    print(end.ru_utime + end.ru_stime - begin.ru_utime - begin.ru_stime)


def grow(arguments, folder):
    sizes = [int(size) for size in arguments.sizes.split(",")]
    before = None
    for size in sizes:
        bank = folder / f"{size}.jsonl"
        if arguments.bank:
            with open(arguments.bank, encoding="utf-8") as given, open(bank, "w", encoding="utf-8") as taken:
                taken.writelines(itertools.islice(given, size))
        else:
            write(bank, made(size))
        reading, _ = quizlint(arguments.program, bank, "quizlint/unused-ignore")
        whole, memory = quizlint(arguments.program, bank, "duplicates")
        row = f"{size:9} questions  {whole:7.2f} s, reading {reading:6.2f} s, {memory:6.0f} MB"
        if before:
            row += f"   exponent {math.log(whole / before[1]) / math.log(size / before[0]):.2f}"
        before = (size, whole)
        if arguments.peer and size <= 100000:
            done = subprocess.run([sys.executable, __file__, "--peer-bank", bank], capture_output=True, text=True)
            if done.returncode == 0:
                seconds = float(done.stdout)
                row += f"   datasketch {seconds:.1f} s: {seconds / whole:.0f} times, without reading {seconds / max(whole - reading, 0.001):.0f} times"
            else:
                row += "   datasketch is not installed"
        print(row, flush=True)


def main():
    if sys.argv[1:2] == ["--peer-bank"]:
        return peer(sys.argv[2])
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=lambda path: pathlib.Path(path).resolve())
    parser.add_argument("--bank")
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--no-peer", dest="peer", action="store_false")
    parser.add_argument("--hostile", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if not arguments.hostile:
            return grow(arguments, folder)
        for count in (25000, 100000):
            for what, questions in hostile(count).items():
                write(folder / "bank.jsonl", questions)
                seconds, memory = quizlint(arguments.program, folder / "bank.jsonl", "duplicates")
                print(f"{what:26} {len(questions):7} questions {seconds:7.2f} s {memory:6.0f} MB", flush=True)


if __name__ == "__main__":
    main()
