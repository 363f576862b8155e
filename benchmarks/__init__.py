"""Measurements that back what the documentation claims: run `python -m benchmarks.NAME`."""
