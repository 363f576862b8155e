"""What several commands about accounts ask for."""

from __future__ import annotations

import sys

import click

from telusur.words import say

ROLES = ("reader", "reviewer", "editor", "lead")

role_option = click.option(
    "--role",
    type=click.Choice(ROLES),
    required=True,
    help="reader: sees how the review goes; reviewer: judges; editor: also corrects and adds "
    "findings and justifies gaps; lead: also assigns, adjudicates and signs off.",
)


def asked_password() -> str:
    """Ask for a password: hidden and twice at a terminal, else the first line of the input.

    Never an argument: whoever lists the processes of the machine would read it.
    """
    if sys.stdin.isatty():
        answer: str = click.prompt(say("Password"), hide_input=True, confirmation_prompt=True)
        return answer
    return sys.stdin.readline().rstrip("\r\n")
