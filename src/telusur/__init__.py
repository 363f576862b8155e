"""Telusur: traces the clauses of a draft regulation to what was seen in the field."""

import os

__version__ = "0.1.0"

# onnxruntime, which markitdown's magika loads too, keeps an id of the machine and what it counts,
# to be sent to its maker (seen in 1.31), unless this is set before it is first imported.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
