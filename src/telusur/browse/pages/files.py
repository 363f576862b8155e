"""`/unduhan/…`: the whole evidence as a file that an office accepts."""

from __future__ import annotations

from datasette import Response

from telusur.browse.problems import problem_page
from telusur.browse.serving.offered import offered_by
from telusur.browse.visit import Routes, Visit

_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
}


async def respond(visit: Visit) -> Response:
    name, offered = visit.part("name"), offered_by(visit.datasette)
    if offered is None or name not in offered.names:
        return await problem_page(visit, 404, "missing")
    body = await offered.file(name)
    kind = _TYPES.get(name.rpartition(".")[2], "application/octet-stream")
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(body, headers=headers, content_type=kind)


ROUTES: Routes = ((r"^/unduhan/(?P<name>[\w.-]+)$", respond),)
