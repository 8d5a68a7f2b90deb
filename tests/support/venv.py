"""Lets a test go on under the Python that has the packages of tests/requirements.txt."""
import importlib.util, os, pathlib, sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
VENV = ROOT / "build/venv"
SKIPPED = 77


def need(*modules):
    """Where one of these is missing, goes on under build/venv; where that lacks it too, the test is skipped."""
    missing = [name for name in modules if importlib.util.find_spec(name) is None]
    if not missing:
        return
    python = VENV / "bin/python"
    if python.exists() and pathlib.Path(sys.prefix) != VENV:
        os.execv(python, [str(python), *sys.argv])
    print(f"SKIPPED: {', '.join(missing)} is not installed; tools/dev install tests")
    sys.exit(SKIPPED)


def official_schema(url):
    """A schema of schemastore.org as the package of that name holds it: nothing is fetched."""
    import requests_cache, schemastore

    session = requests_cache.CachedSession(pathlib.Path(schemastore.__file__).parent / "cache", stale_if_error=True)
    for response in session.cache.filter(expired=True):
        if response.url == url:
            return response.json()
    raise LookupError(url)
