"""A new digest is complete, and an old one keeps every file that it has."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml

from digest.edge.new import new_digest
from digest.edge.read import read_content
from digest.edge.site import read_site
from digest.edge.topics import default_topics
from digest.errors import OutputError


def _files(root: Path) -> set[str]:
    return {file.relative_to(root).as_posix() for file in root.rglob("*") if file.is_file()}


def test_a_new_digest_has_all_that_it_needs(tmp_path: Path) -> None:
    added = new_digest(tmp_path / "deep" / "mine")

    assert set(added) == _files(tmp_path / "deep" / "mine")
    assert added == sorted(added)
    assert {".gitignore", ".github/workflows/pages.yml", "mkdocs.yml", "requirements.txt", "site_templates/README.md"} < set(
        added
    )
    assert len([path for path in added if path.startswith("content/articles/")]) == 3


def test_a_new_digest_has_no_faults(tmp_path: Path) -> None:
    new_digest(tmp_path)
    content, faults = read_content(tmp_path)
    assert faults == ()
    assert len(content.sources) == 3
    assert content.site_name == "News digest"


def test_a_second_time_nothing_is_missing(tmp_path: Path) -> None:
    new_digest(tmp_path)
    assert new_digest(tmp_path) == []


def test_nothing_is_overwritten_and_what_is_missing_comes_back(tmp_path: Path) -> None:
    new_digest(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\n")
    (tmp_path / "requirements.txt").unlink()

    assert new_digest(tmp_path) == ["requirements.txt"]
    assert (tmp_path / "mkdocs.yml").read_text() == "site_name: Mine\n"


@pytest.mark.parametrize(("name", "samples"), [("mine.txt", 0), (".gitkeep", 3)])
def test_samples_come_only_where_there_are_no_articles(tmp_path: Path, name: str, samples: int) -> None:
    articles = tmp_path / "content" / "articles"
    articles.mkdir(parents=True)
    (articles / name).write_text("A headline\n\nText.\n")

    added = new_digest(tmp_path)

    assert len([path for path in added if path.startswith("content/articles/")]) == samples
    assert "mkdocs.yml" in added


def test_a_configuration_of_the_other_name_counts(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yaml").write_text("site_name: Mine\n")
    assert "mkdocs.yml" not in new_digest(tmp_path)


def test_what_stands_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "content").write_text("a file")
    with pytest.raises(OutputError, match=r"content/.* could not be written"):
        new_digest(tmp_path)


def test_the_starter_fits_this_version(tmp_path: Path) -> None:
    new_digest(tmp_path)
    major, minor = version("news-digest").split(".")[:2]
    assert f"news-digest>={major}.{minor},<{major}.{int(minor) + 1}" in (tmp_path / "requirements.txt").read_text()


def test_the_workflow_publishes_strictly(tmp_path: Path) -> None:
    """A broken file must not take its addresses down unseen."""
    new_digest(tmp_path)
    workflow = yaml.safe_load((tmp_path / ".github" / "workflows" / "pages.yml").read_text())
    commands = [step.get("run", "") for step in workflow["jobs"]["publish"]["steps"]]
    assert "digest build --strict" in commands
    assert "mkdocs build --strict" in commands


ROOT = Path(__file__).parents[2]
WORKFLOWS = [*(ROOT / ".github/workflows").glob("*.yml"), ROOT / "digest/edge/starter/_github/workflows/pages.yml"]


def test_workflows_use_the_actions_of_github_alone_each_in_one_version() -> None:
    """Those run on today's Node; an upload and a deployment of two majors may not understand each other."""
    used = re.findall(r"uses: (\S+)", "\n".join(path.read_text(encoding="utf-8") for path in WORKFLOWS))

    assert all(action.startswith("actions/") for action in used)
    assert sorted(set(used)) == [
        "actions/cache@v5",
        "actions/checkout@v6",
        "actions/configure-pages@v6",
        "actions/deploy-pages@v5",
        "actions/setup-python@v6",
        "actions/upload-pages-artifact@v5",
    ]


def test_the_demo_is_published_with_the_address_that_github_gives_it(tmp_path: Path) -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/pages.yml").read_text(encoding="utf-8"))
    (step,) = [step for step in workflow["jobs"]["publish"]["steps"] if "site_url" in step.get("run", "")]
    file = shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    address = {"ADDRESS": "https://me.github.io/news-digest"}

    subprocess.run(["bash", "-ec", step["run"]], cwd=tmp_path, env=address | {"PATH": os.defpath}, check=True)

    assert step["env"].keys() == address.keys()
    assert read_site("mkdocs.yml", Path(file).read_text(encoding="utf-8"))[1] == "https://me.github.io/news-digest/"


def test_every_site_configuration_has_the_same_shape() -> None:
    """The demo's differs from a new digest's in its name and address alone."""
    first, second = (
        yaml.safe_load((ROOT / folder / "mkdocs.yml").read_text(encoding="utf-8")) for folder in ("", "digest/edge/starter")
    )
    for key in ("site_name", "site_url", "site_description"):
        first.pop(key, None)
        second.pop(key, None)
    assert first == second


def test_a_digest_with_articles_gets_no_invented_outlets(tmp_path: Path) -> None:
    """They would stand on the site as sources without an article."""
    own = tmp_path / "content" / "articles" / "own.txt"
    own.parent.mkdir(parents=True)
    own.write_text("Ferry sinks\n\nThe ferry sank on Monday.\n", encoding="utf-8")

    new_digest(tmp_path)

    assert read_content(tmp_path)[0].outlets == ()


def test_the_topics_laid_down_are_those_that_hold_without_a_file(tmp_path: Path) -> None:
    """So `digest new .` changes nothing in what a digest says."""
    new_digest(tmp_path)

    assert read_content(tmp_path)[0].topics == default_topics()


def test_each_new_digest_has_a_name_of_its_own_for_its_feeds(tmp_path: Path) -> None:
    names = set()
    for folder in ("one", "other"):
        new_digest(tmp_path / folder)
        content, faults = read_content(tmp_path / folder)
        assert faults == ()
        names.add(content.settings.feed_authority)
        assert new_digest(tmp_path / folder) == []
        assert read_content(tmp_path / folder)[0].settings.feed_authority in names
    assert len(names) == 2
    assert all(name.partition(",")[0].endswith(".invalid") for name in names)
