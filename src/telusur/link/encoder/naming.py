"""Names a model, without loading it."""

from __future__ import annotations

from pathlib import Path

from telusur.errors import EncoderUnavailable
from telusur.link.encoder import bundled
from telusur.link.encoder.kept import digest
from telusur.words import say

DEFAULT = bundled.PACKAGE
"""The name of the encoder that needs no download."""
# Part of every encoder's name: raised whenever the same model would give other vectors.
_RECIPE = 2


def identify(model: str) -> str:
    """Return the name under which the vectors of `model` are cached; imports no model library.

    It changes when the model does: for the default with the package, for a folder with its files.
    Raises EncoderUnavailable when the default's package or the folder is missing.
    """
    if model == DEFAULT:
        name = bundled.identify()
    elif (folder := folder_of(model)) is not None:
        name = f"{folder.name}-{digest(folder)[:8]}"
    else:
        name = model
    return f"{name}/{_RECIPE}"


def folder_of(model: str) -> Path | None:
    """The folder that `model` names; None for a hub name and the default."""
    path = Path(model).expanduser()
    if model == DEFAULT:
        return None
    if path.is_dir():
        return path
    if model.startswith((".", "/", "~")) or "\\" in model or model.count("/") > 1:
        raise EncoderUnavailable(
            say(
                "The encoder {model} is not a folder. Name in telusur.toml a folder that holds a "
                "sentence-transformers model, or `{default}`.",
                model=model,
                default=DEFAULT,
            )
        )
    return None
