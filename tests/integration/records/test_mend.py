"""The doctor finds the key of an erased record that could not be destroyed, and destroys it when asked."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.integration.records.canary_life import step
from tests.site_process import Site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site whose key store came back as it was before one of two people erased their record."""
    site = Site(tmp_path_factory.mktemp("site"), port=0)
    site.run("init")
    step(site, "live")
    keys, aside = site.home / "keys", site.folder / "keys aside"
    shutil.copytree(keys, aside)
    step(site, "erase")
    shutil.copytree(aside, keys, dirs_exist_ok=True)
    return site


def key_files(site: Site) -> set[Path]:
    return set((site.home / "keys").glob("??/*.json"))


def finding(site: Site, *options: str) -> str:
    found = json.loads(site.run("doctor", "--json", *options).stdout)
    [says] = [each["says"] for each in found if each["what"] == "keys of erased records"]
    return str(says)


def test_the_doctor_finds_it_and_touches_nothing_unasked(site: Site) -> None:
    before = key_files(site)
    assert finding(site) == "1 keys of erased records are still there. Run: goalward doctor --mend"
    assert key_files(site) == before


def test_mending_destroys_that_key_alone(site: Site) -> None:
    before = key_files(site)
    assert finding(site, "--mend") == "none is left"
    assert len(before - key_files(site)) == 1
    assert "every record has its key" in site.run("doctor").stdout
