"""Two invented people and twelve weeks of data, in a data folder of their own."""

from __future__ import annotations

import hashlib
import os
import shutil
from typing import Annotated

import typer

from goalward.cli import site
from goalward.web.config.address import Address
from goalward.web.config.errors import SiteError
from goalward.web.config.home import Home


def demo(
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")] = 8000,
    remove: Annotated[bool, typer.Option("--remove", help="Remove the demo and all its data.")] = False,
) -> None:
    """Show Goalward with two invented people, in a data folder beside your own. Ctrl-C ends it."""
    home = demo_home(Home.from_environment())
    if remove:
        remove_demo(home)
        return
    make_demo(home)
    site.serve(port=port)


def demo_home(home: Home) -> Home:
    """The demo's own folder and master key, beside those of the site."""
    folder = home.folder.with_name(f"{home.folder.name}-demo")
    own = hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]  # one person's demos share the folder of the keys
    return Home(folder, home.master_key_file.with_name(f"demo-{own}-{home.master_key_file.name}"))


def make_demo(home: Home) -> None:
    """Make the demo's site and its people, once, and say who they are. From here on this process is the demo's."""
    if not Address.from_environment().is_loopback:
        raise SiteError("The demo is for this machine alone: everyone can read its passwords. Unset GOALWARD_ADDRESS.")
    _check(home)
    os.environ.pop("GOALWARD_SMTP", None)  # nobody real is written to
    os.environ["GOALWARD_HOME"] = str(home.folder)
    os.environ["GOALWARD_MASTER_KEY_FILE"] = str(home.master_key_file)
    home.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    home.demo_mark.write_text("Everyone in this folder is invented. Remove it with: goalward demo --remove\n", "utf-8")
    site.make_site(home)
    _people()


def remove_demo(home: Home) -> None:
    """Remove the folder and its key. Raises SiteError for a folder that is not a demo's: it is left alone."""
    if not home.folder.exists():
        print(f"There is no demo in {home.folder}.")
        return
    _check(home)
    shutil.rmtree(home.folder)
    home.master_key_file.unlink(missing_ok=True)
    print(f"The demo in {home.folder} is removed.")


def _check(home: Home) -> None:
    if home.folder.exists() and not home.demo_mark.is_file():
        raise SiteError(f"{home.folder} is not a demo: it is left alone. Move it, or choose another GOALWARD_HOME.")


def _people() -> None:
    site.start_django()
    from django.utils import timezone  # noqa: PLC0415  # after the demo's folder is named

    from goalward.web.accounts.models import Person  # noqa: PLC0415
    from goalward.web.demo.telling import stories, tell  # noqa: PLC0415

    people = stories()
    if not Person.objects.exists():
        tell(people, now=timezone.now())
    print("This is a demo. Its two people are invented; sign in as either of them:")
    for person in people:
        print(f"  {person.email}   password: {person.password}")
    print("goalward demo --remove takes it all away again.", flush=True)
