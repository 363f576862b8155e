"""Starts a published browser: looks at all that lies in it, and lets Python read nothing else.

A copy of this file lies in every bundle, where Datasette runs it as a plugin.
"""

import importlib.metadata
import importlib.util
import logging
import sys
import time
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any

from datasette import hookimpl
from datasette.plugins import pm
from datasette.utils import StartupError

ROOT = Path(__file__).resolve().parent.parent
LIB = ROOT / "lib"
PACKAGE = "telusur"


class Source(SourceFileLoader):
    """Runs what a file says: no compiled copy of it is read, none is left behind."""

    def get_code(self, fullname: str) -> CodeType:
        path = self.get_filename(fullname)
        code: CodeType = self.source_to_code(self.get_data(path), path)
        return code


class Verified(Source):
    """Runs a file only where its bytes are those that the manifest names."""

    def get_data(self, path: str) -> bytes:
        data: bytes = super().get_data(path)
        told = FILES.get(Path(path).relative_to(ROOT).as_posix())
        if tree.hashlib.sha256(data).hexdigest() != told:
            raise ImportError(f"{path}: changed since it was published", name=self.name)
        return data


def load_tree() -> Any:
    """The module that compares the bundle with its manifest; it lies beside the pages' code."""
    name, path = "telusur_tree", LIB / "tree.py"
    spec = importlib.util.spec_from_file_location(name, path, loader=Source(name, str(path)))
    if spec is None or spec.loader is None or path.is_symlink() or not path.is_file():
        raise StartupError(f"{ROOT}: lib/tree.py is missing. Take a bundle that is whole.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Finder(MetaPathFinder):
    """Finds our package in the bundle, as far as the manifest names it, and nothing else there."""

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        if fullname.split(".")[0] != PACKAGE:
            return None
        base = LIB.joinpath(*fullname.split("."))
        for file, inside in ((base / "__init__.py", [str(base)]), (base.with_suffix(".py"), None)):
            if file.relative_to(ROOT).as_posix() in FILES:
                return importlib.util.spec_from_file_location(
                    fullname,
                    file,
                    loader=Verified(fullname, str(file)),
                    submodule_search_locations=inside,
                )
        raise ModuleNotFoundError(f"the bundle has no module {fullname}", name=fullname)

    def find_distributions(self, context: Any = None) -> Iterable[importlib.metadata.Distribution]:
        """Say of our package what Datasette asks for: that it is a plugin, and its version."""
        if getattr(context, "name", None) in (None, PACKAGE):
            for told in LIB.glob(f"{PACKAGE}-*.dist-info"):
                yield importlib.metadata.PathDistribution(told)


tree = load_tree()
try:
    WRONG = tree.differences(ROOT)
    FILES: dict[str, str] = tree.read_manifest(ROOT)["files"]
except (tree.NoBundle, OSError) as error:
    raise StartupError(str(error)) from error
if WRONG:
    some = "\n  ".join(WRONG[:10])
    raise StartupError(
        f"{ROOT} is not as it was published, and is not served:\n  {some}\n"
        "Copy it anew from where it was published, and keep other files elsewhere."
    )
sys.dont_write_bytecode = True  # the bundle stays as it was made
if not pm.has_plugin(PACKAGE):
    sys.meta_path.insert(0, Finder())
    pm.load_setuptools_entrypoints("datasette")


# --- while it is served ---

EVERY = 2.0
"""Seconds after which the next request has a look at what lies in the bundle."""
Message = MutableMapping[str, Any]
App = Callable[[Message, Any, Any], Awaitable[None]]
SORRY = b"Berkas terbitan ini berubah; ia tidak disajikan. / This bundle was changed."
log = logging.getLogger("telusur")


class Watch:
    """Says whether all in the bundle is as a manifest of ours says, now and later."""

    def __init__(self) -> None:
        self.seen = tree.snapshot(ROOT)
        self.at = time.monotonic()
        self.wrong: list[str] = []

    def __call__(self) -> bool:
        now = time.monotonic()
        if now - self.at > EVERY:
            self.at = now
            self._look()
        return not self.wrong

    def _look(self) -> None:
        try:
            seen = tree.snapshot(ROOT)
            if seen != self.seen:
                self.wrong = tree.differences(ROOT)
                self.seen = seen
        except (OSError, tree.NoBundle) as error:
            self.wrong, self.seen = [str(error)], {}
        if self.wrong:
            log.error("%s: no longer as it was published: %s", ROOT, "; ".join(self.wrong[:5]))


@hookimpl(trylast=True)  # type: ignore[untyped-decorator,unused-ignore]
def asgi_wrapper() -> Callable[[App], App]:
    """Serve nothing from a folder in which something changed; a new edition is no change."""
    return watched


def watched(app: App) -> App:
    """Wrap the whole browser."""
    sound = Watch()

    async def wrapped(scope: Message, receive: object, send: Any) -> None:
        if scope["type"] != "http" or sound():
            await app(scope, receive, send)
            return
        headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
        await send({"type": "http.response.start", "status": 503, "headers": headers})
        await send({"type": "http.response.body", "body": SORRY})

    return wrapped


@hookimpl(trylast=True)  # type: ignore[untyped-decorator,unused-ignore]
def startup(datasette: Any) -> None:
    """Read all templates now: what comes into their place later is not what was looked at."""
    environment = datasette.jinja_env
    environment.auto_reload = False
    for name in environment.list_templates(extensions=["html"]):
        environment.get_template(name)
