"""Writes the regulation in the forms that others read: one package a format."""

from __future__ import annotations

from telusur.export.files import FORMATS, render

__all__ = ["FORMATS", "render"]
