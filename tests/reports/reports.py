#!/usr/bin/env python3
"""Feeds every machine report to the official schema of its consumer, or to the consumer itself.

usage: reports.py PROGRAM

SARIF: the OASIS schema as schemastore.org has it. JUnit: junitparser. Jenkins, Checkstyle, GitLab and reviewdog ship
their schemas in no package: schemas/ and those below are ours, narrower than theirs, with the place of theirs.
Our own JSON: tools/schema/report.schema.json.
"""
import json, pathlib, re, subprocess, sys, tempfile
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import venv

venv.need("jsonschema", "junitparser", "schemastore", "xmlschema")
import jsonschema, junitparser, xmlschema

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
FORMATS = ("json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "markdown", "html", "concise", "full")
BANKS = {
    "plain.md": "**Q:** What is the complexcity of a hub?\n\n**A:** TODO\n\n**Q:** Why is is it slow?\n\n**A:** It floods.\n",
    "sub folder/ünïcode & <tags> %, :'\".md": "**Q:** 🙂🙂 Wat does a hub do , recieve?\n\n**A:** \"]]>\" & <b>teh</b> \u0001 bell.\n",
    "windows.md": "\ufeff**Q:** Wich layer is a brigde on?\r\n\r\n**A:** The second.\r\n\r\n**Q:** Why is is it slow?\r\n\r\n**A:** It floods.\r\n",
    "records.jsonl": '{"question": "What is a \\"hub\\"?", "choices": ["teh repeater", "a bridge"], "answer": "a switch"}\n' * 2,
    "latin1.md": b"**Q:** Is a caf\xe9 open?\n\n**A:** Yes.\n",
    "clean.md": "**Q:** What is a hub?\n\n**A:** A repeater with several ports.\n",
}
REGION = {"type": "object", "required": ["start"], "additionalProperties": False, "properties": {
    side: {"type": "object", "required": ["line"], "additionalProperties": False, "properties": {
        "line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}}} for side in ("start", "end")}}
# https://github.com/reviewdog/reviewdog/blob/master/proto/rdf/reviewdog.proto, and jsonschema/ beside it
RDJSON = {"type": "object", "required": ["diagnostics"], "additionalProperties": False, "properties": {
    "source": {"type": "object", "required": ["name"]},
    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
    "diagnostics": {"type": "array", "items": {
        "type": "object", "required": ["message", "location"], "additionalProperties": False, "properties": {
            "message": {"type": "string", "minLength": 1},
            "location": {"type": "object", "required": ["path"], "additionalProperties": False,
                         "properties": {"path": {"type": "string"}, "range": REGION}},
            "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
            "source": {"type": "object"},
            "code": {"type": "object", "required": ["value"], "additionalProperties": False,
                     "properties": {"value": {"type": "string"}, "url": {"type": "string"}}},
            "suggestions": {"type": "array", "items": {
                "type": "object", "required": ["range", "text"], "additionalProperties": False,
                "properties": {"range": REGION, "text": {"type": "string"}}}}}}}}}
# https://docs.gitlab.com/ci/testing/code_quality/, and app/validators/json_schemas/codeclimate.json of
# https://gitlab.com/gitlab-org/gitlab
GITLAB = {"type": "array", "items": {
    "type": "object", "required": ["description", "check_name", "fingerprint", "severity", "location"], "properties": {
        "description": {"type": "string", "minLength": 1},
        "check_name": {"type": "string"},
        "fingerprint": {"type": "string", "minLength": 1},
        "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
        "location": {"type": "object", "required": ["path", "lines"], "properties": {
            "path": {"type": "string", "pattern": "^(?!\\./|/)"},
            "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}}}}}}}
SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def valid(document, schema):
    jsonschema.validators.validator_for(schema)(schema).validate(document)


def check_json(text, findings):
    document = json.loads(text)
    valid(document, json.loads((venv.ROOT / "tools/schema/report.schema.json").read_text()))
    assert document["summary"]["fixable"] == sum(any(fix["safety"] == "safe" for fix in f["fixes"]) for f in findings)


def check_jsonl(text, findings):
    assert [json.loads(line) for line in text.splitlines()] == findings


def check_sarif(text, findings):
    document = json.loads(text)
    valid(document, venv.official_schema(SARIF))
    (run,) = document["runs"]
    assert len(run["results"]) == len(findings)
    rules = run["tool"]["driver"]["rules"]
    for result, finding in zip(run["results"], findings):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding["check"]
        assert rules[result["ruleIndex"]]["help"]["text"]
        assert result["partialFingerprints"] == {"quizlint/v1": finding["fingerprint"]}
        assert len(result.get("relatedLocations", [])) == len(finding["related"])
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["byteOffset"], region["byteLength"]) == (finding["begin"], finding["end"] - finding["begin"])
        assert len(result.get("fixes", [])) == len(finding["fixes"])


def check_github(text, findings):
    command = re.compile(r"::(error|warning|notice) file=([^,:]+),line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?,title=[^,:]+::[^\r\n]+")
    lines = text.split("\n")[:-1]
    assert len(lines) == len(findings) and all(command.fullmatch(line) for line in lines), lines


def check_gitlab(text, findings):
    issues = json.loads(text)
    valid(issues, GITLAB)
    assert len(issues) == len(findings)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues), "GitLab drops an issue whose fingerprint it knows"


def valid_xml(text, schema):
    xmlschema.XMLSchema(pathlib.Path(__file__).with_name("schemas") / schema).validate(text)
    return ElementTree.fromstring(text.encode())


def check_junit(text, findings):
    root = valid_xml(text, "junit.xsd")
    parsed = junitparser.JUnitXml.fromroot(root)
    counted = {name: getattr(parsed, name) for name in ("tests", "failures", "errors")}
    parsed.update_statistics()
    assert counted == {name: getattr(parsed, name) for name in counted}, "the counts are those of the cases"
    assert parsed.failures == sum(finding["severity"] != "info" for finding in findings)


def check_checkstyle(text, findings):
    errors = [(file.get("name"), error) for file in valid_xml(text, "checkstyle.xsd") for error in file]
    assert [(path, int(error.get("line")), int(error.get("column")), error.get("severity"), error.get("source")) for path, error in errors] == [
        (each["path"], each["line"], each["column"], each["severity"], "quizlint." + each["check"]) for each in findings]


def check_rdjson(text, findings):
    document = json.loads(text)
    valid(document, RDJSON)
    assert len(document["diagnostics"]) == len(findings)
    for diagnostic, finding in zip(document["diagnostics"], findings):
        source = pathlib.Path(finding["path"]).read_bytes()
        starts = [0, *(match.end() for match in re.finditer(b"\n", source))]
        place = lambda at: starts[at["line"] - 1] + at["column"] - 1
        span = diagnostic["location"]["range"]
        assert (place(span["start"]), place(span["end"])) == (finding["begin"], finding["end"]), finding
        single = [fix["edits"][0] for fix in finding["fixes"] if len(fix["edits"]) == 1]
        for suggestion, edit in zip(diagnostic.get("suggestions", []), single, strict=True):
            at = suggestion["range"]
            assert (place(at["start"]), place(at["end"]), suggestion["text"]) == (edit["begin"], edit["end"], edit["text"])


def check_markdown(text, findings):
    assert text.count("<details>") == text.count("</details>") == len({finding["path"] for finding in findings})
    assert sum(line.startswith("| ") for line in text.splitlines()) == len(findings) + 2 * text.count("<details>")


def main():
    import os
    with tempfile.TemporaryDirectory(prefix="quizlint-reports-") as folder:
        os.chdir(folder)
        for name, text in BANKS.items():
            pathlib.Path(name).parent.mkdir(exist_ok=True)
            pathlib.Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
        known = subprocess.run([PROGRAM, "check", "--help"], capture_output=True, text=True).stdout
        formats = [name for name in FORMATS if name != "html" or re.search(r"\bhtml\b", known)]
        out = pathlib.Path(folder, "out")
        out.mkdir()
        pairs = [word for name in formats for word in ("--output-format", name, "--output-file", str(out / name))]
        done = subprocess.run([PROGRAM, "check", "--isolated", *pairs, *BANKS], capture_output=True, text=True, timeout=120)
        assert done.returncode == 1 and not done.stdout, done
        findings = json.loads((out / "json").read_bytes())["findings"]
        assert len(findings) > 8 and any(finding["related"] for finding in findings)
        for name in formats:
            text = (out / name).read_bytes().decode()  # strict: a report is UTF-8 whatever the banks are
            assert text, name
            globals().get(f"check_{name}", lambda *_: None)(text, findings)
            print(f"{name:10} {len(text):6} characters, as its consumer wants them")


if __name__ == "__main__":
    main()
