"""Keeps the libraries around the model from talking to the terminal, and from the network."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

_SETTINGS = {
    # Read when huggingface_hub is first imported.
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "TRANSFORMERS_VERBOSITY": "error",
    # Its threads would quarrel with torch's, and it warns when the process forks.
    "TOKENIZERS_PARALLELISM": "false",
    # Threads that wait give their core away: with another program at work on two cores, embedding
    # is nine times as fast as with threads that spin. Read when torch is first imported.
    "OMP_WAIT_POLICY": "PASSIVE",
}
_LOGGERS = ("sentence_transformers", "transformers", "huggingface_hub", "torch")


@contextmanager
def quiet() -> Iterator[None]:
    """Within it, no third-party warning, log line or progress bar reaches the user."""
    for name, value in _SETTINGS.items():
        os.environ.setdefault(name, value)
    levels = {name: logging.getLogger(name).level for name in _LOGGERS}
    for name in _LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from transformers.utils import logging as transformers_logging

            transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
            yield
    finally:
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)
