"""Keeps everything in evidence.db: the only package that writes SQL to disk."""
