"""Artifacts of every kind through the fluent API, downloaded again and compared byte for byte."""

import json
import os
import tempfile

import matplotlib.pyplot as plt
import mlflow
import numpy as np
import pandas as pd

mlflow.set_experiment("artifacts")
client = mlflow.MlflowClient()
workdir = tempfile.mkdtemp()
files = {
    "plain.txt": b"hello\n",
    "empty.bin": b"",
    "bytes.bin": bytes(range(256)) * 257,
    "sp ace & more.txt": b"1",
    "\u00fcn\u00ef-\u8a66\u9a13.txt": "\u00fc".encode(),
    "plus+sign.txt": b"4",
    "deep/er/still.txt": b"5",
    ".hidden": b"6",
}
for name, content in files.items():
    path = os.path.join(workdir, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as target:
        target.write(content)

with mlflow.start_run() as run:
    mlflow.log_text("text \u00fc", "texts/note.txt")
    mlflow.log_dict({"a": [1, 2, {"b": None}]}, "dicts/data.json")
    mlflow.log_dict({"a": 1}, "dicts/data.yaml")
    mlflow.log_image(np.zeros((8, 8, 3), dtype=np.uint8), "images/black.png")
    mlflow.log_image(np.ones((8, 8, 3), dtype=np.uint8), key="sample", step=3)
    figure, axes = plt.subplots()
    axes.plot([1, 2, 3])
    mlflow.log_figure(figure, "figures/line.png")
    mlflow.log_table({"x": [1, 2], "y": ["a", "b"]}, "tables/t.json")
    mlflow.log_table({"x": [3], "y": ["c"]}, "tables/t.json")
    mlflow.log_artifact(os.path.join(workdir, "plain.txt"))
    mlflow.log_artifact(os.path.join(workdir, "plain.txt"), "folder/inside")
    refused = []
    for name in files:
        try:
            mlflow.log_artifact(os.path.join(workdir, name), os.path.join("all", os.path.dirname(name)).rstrip("/"))
        except mlflow.exceptions.MlflowException as error:
            refused.append(name)

run_id = run.info.run_id
downloaded = mlflow.artifacts.download_artifacts(run_id=run_id, artifact_path="all", dst_path=tempfile.mkdtemp())
different = []
for name, content in files.items():
    path = os.path.join(downloaded, name)
    if name in refused:
        continue
    if not os.path.exists(path) or open(path, "rb").read() != content:
        different.append(name)
mlflow.artifacts.download_artifacts(artifact_uri=f"runs:/{run_id}/folder", dst_path=tempfile.mkdtemp())
table = mlflow.load_table("tables/t.json", run_ids=[run_id])
missing = "found"
try:
    mlflow.artifacts.download_artifacts(run_id=run_id, artifact_path="nothing/here", dst_path=tempfile.mkdtemp())
except Exception as error:
    missing = type(error).__name__

print(
    json.dumps(
        {
            "run_id": run_id,
            "root": sorted(item.path for item in client.list_artifacts(run_id)),
            "sizes": {item.path: item.file_size for item in client.list_artifacts(run_id, "all") if not item.is_dir},
            "of_a_file": [item.path for item in client.list_artifacts(run_id, "plain.txt")],
            "different": different,
            "refused": refused,
            "text": mlflow.artifacts.load_text(f"runs:/{run_id}/texts/note.txt"),
            "dict": mlflow.artifacts.load_dict(f"runs:/{run_id}/dicts/data.json"),
            "image": mlflow.artifacts.load_image(f"runs:/{run_id}/images/black.png").size,
            "table_rows": len(table),
            "missing": missing,
        }
    )
)
