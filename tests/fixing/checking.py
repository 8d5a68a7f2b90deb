"""What the tests of fixing share: what must hold is checked, and the rest goes on."""
failures = []


def check(holds, what):
    if not holds:
        failures.append(what)
        print("FAILED", what)
