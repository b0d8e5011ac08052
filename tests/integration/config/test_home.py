"""A site's folder and its master key."""

from __future__ import annotations

import base64
import stat
from pathlib import Path

import pytest

from goalward.web.config.home import Home, HomeError


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(folder=tmp_path / "var", master_key_file=tmp_path / "config" / "master.key")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_site_gets_a_folder_and_a_key_outside_it(home: Home) -> None:
    home.make()
    assert home.is_made
    assert len(home.master_key()) == 32
    assert not home.master_key_file.is_relative_to(home.folder)


def test_nobody_else_on_the_machine_can_look_in(home: Home) -> None:
    home.make()
    assert mode(home.master_key_file) == 0o600
    assert {mode(folder) for folder in (home.folder, home.keys, home.mail)} == {0o700}


def test_making_it_again_changes_nothing(home: Home) -> None:
    home.make()
    key = home.master_key()
    home.make()
    assert home.master_key() == key


def test_two_sites_may_share_a_key(home: Home, tmp_path: Path) -> None:
    home.make()
    other = Home(folder=tmp_path / "var-demo", master_key_file=home.master_key_file)
    other.make()
    assert other.master_key() == home.master_key()


def test_a_lost_master_key_is_never_replaced_by_a_new_one(home: Home) -> None:
    home.make()
    home.master_key_file.unlink()
    with pytest.raises(HomeError, match="Put it back from its backup"):
        home.make()
    assert not home.master_key_file.exists()


def test_a_key_that_others_can_read_is_refused_with_the_remedy(home: Home) -> None:
    home.make()
    home.master_key_file.chmod(0o644)
    with pytest.raises(HomeError, match="chmod 600"):
        home.master_key()


@pytest.mark.parametrize("content", [b"", b"not a key", base64.b64encode(b"short"), b"=" * 7, b"A"])
def test_a_file_that_is_no_key_is_refused(home: Home, content: bytes) -> None:
    home.make()
    home.master_key_file.write_bytes(content)
    with pytest.raises(HomeError, match="not a key of this program"):
        home.master_key()


def test_the_master_key_may_not_lie_beside_the_data(tmp_path: Path) -> None:
    with pytest.raises(HomeError, match="GOALWARD_MASTER_KEY_FILE"):
        Home(folder=tmp_path / "var", master_key_file=tmp_path / "var" / "master.key").make()


def test_the_environment_names_the_places(tmp_path: Path) -> None:
    named = Home.from_environment(
        {"GOALWARD_HOME": str(tmp_path / "a"), "GOALWARD_MASTER_KEY_FILE": str(tmp_path / "k")}
    )
    assert (named.folder, named.master_key_file) == (tmp_path / "a", tmp_path / "k")


def test_without_it_the_data_is_in_var_and_the_key_in_the_users_settings(tmp_path: Path) -> None:
    named = Home.from_environment({"XDG_CONFIG_HOME": str(tmp_path)})
    assert named.folder == Path("var").resolve()
    assert named.master_key_file == tmp_path / "goalward" / "master.key"
