"""A mail → what it holds, and what is attached to it."""

from __future__ import annotations

from telusur.corpus.content import Content
from telusur.corpus.decoding import clean
from telusur.corpus.mails.mail import Mail
from telusur.corpus.markup.markdown import read_markdown
from telusur.corpus.statements.confidential import Mark, mark_in
from telusur.corpus.text.plain import read_plain
from telusur.words import say


def read_mail_file(data: bytes, suffix: str) -> Content:
    """Return what a mail holds. Raises ValueError, and what its parser raises on a damaged one."""
    mail = _mail(data, suffix)
    mark = mark_in(mail.text.split("\n"))
    if mail.sensitivity:
        mark = Mark(mail.sensitivity, say("head of the mail"))
    if not mail.is_html:
        layout = read_plain(clean(mail.text))
    else:
        from telusur.corpus.markup.webpage import read_webpage

        page = read_webpage(clean(mail.text))
        layout, mark = read_markdown(clean(page.markdown)), mark or page.mark
    return Content(
        layout,
        mail.subject,
        published=mail.sent,
        mark=mark,
        attached=mail.attached,
        source=f"Surel dari {mail.sender}" if mail.sender else None,
    )


def _mail(data: bytes, suffix: str) -> Mail:
    if suffix == ".msg":
        from telusur.corpus.mails.outlook import read_outlook

        return read_outlook(data)
    from telusur.corpus.mails.saved import read_mail

    return read_mail(data)
