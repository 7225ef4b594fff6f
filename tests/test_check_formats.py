"""The formats of `cpaudit check`, validated against their public schemas.

The schemas in tests/schemas are the part that is used, closed. With `CPAUDIT_SCHEMAS=folder` the
public documents themselves are taken as well: see tests/schemas/README.md.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element, fromstring

import pytest
import xmlschema
from jsonschema import Draft4Validator, Draft202012Validator

from checking import GOOD, UNMET, UNPRICED, WRONG, check, switching_off, write

ROOT = Path(__file__).parents[1]
SCHEMAS = Path(__file__).parent / "schemas"
PUBLIC = os.environ.get("CPAUDIT_SCHEMAS")
# what an XML, a URI and a workflow command would each stumble over
AWKWARD = '"Mill <b> & ]]> 100 %, a:b\\u0301 ,::error::x"'


@pytest.fixture(scope="module")
def plants(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write(
        tmp_path_factory.mktemp("plants"),
        good=GOOD,
        unmet=GOOD.replace("expect:\n", UNMET),
        unpriced=UNPRICED + switching_off("P010", '"100 %, <no bill>: ]]>"'),
        wrong=WRONG.replace("Mill", AWKWARD),
        told=UNPRICED.replace("id: a", f"id: a, name: {AWKWARD}").replace("9 yr", "1 yr"),
    )
    write(folder, **{"dệt, 100 % [a]:b": UNPRICED})
    (folder / "bytes.yaml").write_bytes(b"cpaudit: 1\n\xff")
    (folder / "twice.yaml").write_text("cpaudit: 1\ncpaudit: 1\n", encoding="utf-8")
    return folder


def written(folder: Path, form: str, *arguments: str, language: str = "en") -> str:
    done = check(".", "--format", form, "--lang", language, *arguments, cwd=folder)
    assert done.returncode == 1
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("language", ["en", "vi"])
def test_json_is_as_its_schema_says(plants: Path, language: str) -> None:
    document = json.loads(written(plants, "json", language=language))
    schema = json.loads((ROOT / "docs" / "schemas" / "check.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(document)
    files = {Path(one["file"]).name: one for one in document["files"]}
    assert files["good.yaml"]["passed"]
    assert files["good.yaml"]["expected"] == [
        {
            "figure": "baseline.cost",
            "expected": "4050000 VND",
            "within": "0.0000001 %",
            "line": 10,
            "met": True,
        }
    ]
    assert [one["met"] for one in files["unmet.yaml"]["expected"]] == [False, True]
    assert [one["reason"] for one in files["unpriced.yaml"]["switched_off"]] == [
        "100 %, <no bill>: ]]>"
    ]
    assert document["totals"]["files"] == 8 == len(files)
    for level in ("error", "warning", "note"):
        found = [each for one in files.values() for each in one["findings"]]
        assert document["totals"][f"{level}s"] == sum(each["level"] == level for each in found)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_sarif_is_as_its_schema_says(plants: Path, language: str) -> None:
    document = json.loads(written(plants, "sarif", language=language))
    part = json.loads((SCHEMAS / "sarif-part.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(part)
    Draft202012Validator(part).validate(document)
    if PUBLIC:
        text = (Path(PUBLIC) / "sarif-schema-2.1.0.json").read_text(encoding="utf-8")
        Draft4Validator(json.loads(text)).validate(document)
    (run,) = document["runs"]
    assert run["invocations"] == [{"executionSuccessful": True, "exitCode": 1}]
    for result in run["results"]:
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
    twice = next(one for one in run["results"] if one["ruleId"] == "Y009")
    lines = [
        place["physicalLocation"]["region"]["startLine"]
        for key in ("locations", "relatedLocations")
        for place in twice[key]
    ]
    assert lines == [2, 1]


def test_sarif_says_what_json_says(plants: Path) -> None:
    (run,) = json.loads(written(plants, "sarif"))["runs"]
    files = json.loads(written(plants, "json"))["files"]
    found = {
        (each["code"], each["level"], Path(each["file"]).as_posix(), each.get("reason"))
        for one in files
        for each in (*one["findings"], *one["switched_off"])
    }
    results = {
        (
            one["ruleId"],
            one["level"],
            unquote(one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]),
            one["suppressions"][0]["justification"] if "suppressions" in one else None,
        )
        for one in run["results"]
    }
    assert results == found
    assert "unpriced.yaml" in {file for _, _, file, reason in results if reason}


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("language", ["en", "vi"])
def test_junit_is_as_its_schemas_say(plants: Path, language: str, strict: bool) -> None:
    text = written(plants, "junit", *["--strict"] * strict, language=language)
    schemas = [SCHEMAS / "junit-part.xsd"]
    if PUBLIC:
        schemas += [Path(PUBLIC) / "JUnit.xsd", Path(PUBLIC) / "junit-10.xsd"]
    for schema in schemas:
        xmlschema.XMLSchema(schema).validate(text)
    suites = {suite.attrib["name"]: suite for suite in fromstring(text)}
    assert len(suites) == 8
    for suite in suites.values():
        cases = suite.findall("testcase")
        assert int(suite.attrib["tests"]) == len(cases)
        for key, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.attrib[key]) == sum(case.find(tag) is not None for case in cases)
    assert outcomes(suites["unmet.yaml"]).count("failure") == 1
    # read, an expected figure; of the warning that is switched off the reason
    assert outcomes(suites["good.yaml"]) == ["passed", "passed"]
    assert outcomes(suites["unpriced.yaml"]) == ["passed", "passed", "skipped"]
    skipped = suites["unpriced.yaml"].find("testcase/skipped")
    assert skipped is not None
    assert skipped.attrib["message"] == "100 %, <no bill>: ]]>"
    warned = suites["dệt, 100 % [a]:b.yaml"]
    assert outcomes(warned).count("failure") == int(strict)
    assert ("P010" in (warned.findtext("system-out") or "")) is not strict


def outcomes(suite: Element) -> list[str]:
    cases = suite.findall("testcase")
    return ["passed" if not len(case) else case[0].tag for case in cases]


# "Workflow commands for GitHub Actions": `::name key=value,…::text`, escaped as the text of a
# command must be, and in values of keys the colon and the comma as well
COMMAND = re.compile(r"::(error|warning|notice) ([^:\n]*)::([^\n]*)")
KEYS = {"file", "line", "col", "endColumn", "title"}


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    made = []
    for line in text.splitlines():
        match = COMMAND.fullmatch(line)
        assert match, line
        level, properties, message = match.groups()
        pairs = [one.split("=", 1) for one in properties.split(",")]
        values = {key: unescaped(value) for key, value in pairs}
        made.append((level, values, unescaped(message)))
    return made


def unescaped(text: str) -> str:
    assert re.fullmatch(r"(?:[^%]|%25|%0D|%0A|%3A|%2C)*", text), text
    for written, meant in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ",")):
        text = text.replace(written, meant)
    return text.replace("%25", "%")


@pytest.mark.parametrize("language", ["en", "vi"])
def test_github_commands_are_as_its_documentation_says(plants: Path, language: str) -> None:
    made = commands(written(plants, "github", "--verbose", language=language))
    assert all(values.keys() == KEYS for _, values, _ in made)
    found = [
        each
        for one in json.loads(written(plants, "json", language=language))["files"]
        for each in one["findings"]
    ]
    names = {"error": "error", "warning": "warning", "note": "notice"}
    assert sorted((level, one["title"], one["file"]) for level, one, _ in made) == sorted(
        (names[one["level"]], f"cpaudit {one['code']}", one["file"]) for one in found
    )
    levels = [level for level, _, _ in made]
    assert levels == sorted(levels, key=list(names.values()).index)
    assert {one["message"] for one in found} == {text.split("\n")[0] for _, _, text in made}


def test_notes_are_annotated_if_asked_for(plants: Path) -> None:
    assert "::notice" not in written(plants, "github")


def test_places_of_files_elsewhere_are_whole(plants: Path, tmp_path: Path) -> None:
    done = check(plants, "--format", "sarif", cwd=tmp_path)
    (run,) = json.loads(done.stdout)["runs"]
    uris = {one["location"]["uri"] for one in run["artifacts"]}
    assert all(uri.startswith("file:///") for uri in uris)
    assert (plants / "dệt, 100 % [a]:b.yaml").as_uri() in {
        uri.replace(",", "%2C").replace(":b", "%3Ab") for uri in uris
    } | uris


@pytest.mark.skipif(os.name == "nt", reason="such a name can't be given there")
@pytest.mark.parametrize("update", [[], ["--update"]])
def test_a_name_of_a_file_ends_no_line_and_steers_no_terminal(
    tmp_path: Path, update: list[str]
) -> None:
    write(tmp_path, **{"a\n::error::b\x1b[31m": GOOD.partition("expect")[0] + UNMET})
    shown = check(tmp_path, *update).stdout
    # a server would take a line that starts so as its own
    assert not any(line.startswith("::") for line in shown.splitlines())
    assert r"a\n::error::b\u001b[31m.yaml:10" in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize("update", [[], ["--update"]])
def test_no_line_starts_as_a_command_of_github(tmp_path: Path, update: list[str]) -> None:
    reason = switching_off("P010", '"a\\n::error::b"')
    text = UNPRICED.partition("expect")[0] + UNMET + reason
    write(tmp_path, **{"::error::x": text})
    shown = check(".", *update, cwd=tmp_path).stdout
    assert "./::error::x.yaml:11" in shown
    assert not any(line.startswith("::") for line in shown.splitlines())


def test_a_value_as_long_as_a_file_is_cut(tmp_path: Path) -> None:
    write(tmp_path, a=GOOD.replace("900 m3", "9" * 1_000_000 + " m3"))
    done = check(tmp_path, "--format", "json")
    assert done.returncode == 1
    assert len(done.stdout) < 5000
