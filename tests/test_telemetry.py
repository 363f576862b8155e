"""Nothing that Telusur brings along counts what people do, or keeps an id of their machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

MODEL = """
import telusur, onnx, onnxruntime
from onnx import TensorProto, helper
end = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1]) for name in "ab"]
graph = helper.make_graph([helper.make_node("Identity", ["a"], ["b"])], "g", end[:1], end[1:])
made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
onnxruntime.InferenceSession(made.SerializeToString())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="HOME is not what is written to")
def test_onnxruntime_writes_nothing_into_the_home_of_who_runs_it(tmp_path: Path) -> None:
    here = os.environ | {"HOME": str(tmp_path)}
    here.pop("ORT_DISABLE_TELEMETRY", None)
    for name in [name for name in here if name.startswith("XDG_")]:
        del here[name]
    subprocess.run([sys.executable, "-c", MODEL], env=here, check=True)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
