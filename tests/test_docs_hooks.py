"""The pages on hooks and editors say of inputs, hooks and jobs what their files say."""

from __future__ import annotations

import json
import re

from ruamel.yaml import YAML

from hooks import ROOT, WORKFLOWS, read

CI = (ROOT / "docs" / "continuous-integration.md").read_text(encoding="utf-8")
EDITORS = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
ACTION = read(ROOT / "action.yml")
(CONFIG, STEPS, JOB) = (
    YAML(typ="safe", pure=True).load(block)
    for block in re.findall(r"^```yaml\n(.*?)^```", CI, re.MULTILINE | re.DOTALL)
)


def test_the_table_of_inputs_is_that_of_the_action() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| (?:`(.*?)` )?\| ", CI, re.MULTILINE)
    assert dict(rows) == {name: told["default"] for name, told in ACTION["inputs"].items()}


def test_the_shown_step_uses_inputs_that_there_are() -> None:
    assert STEPS[1]["with"].keys() <= ACTION["inputs"].keys()


def test_the_shown_configuration_names_the_hook() -> None:
    (hook,) = read(ROOT / ".pre-commit-hooks.yaml")
    ((shown,),) = (one["hooks"] for one in CONFIG["repos"])
    assert shown["id"] == hook["id"]


def test_the_shown_job_is_the_one_to_copy() -> None:
    job = read(WORKFLOWS / "gitlab-ci.yml")["cpaudit"]
    assert {key: job[key] for key in JOB} == JOB


def test_the_shown_settings_are_json() -> None:
    (block,) = re.findall(r"```json\n(.*?)```", EDITORS, re.DOTALL)
    assert json.loads(block).keys() == {"yaml.schemas"}
