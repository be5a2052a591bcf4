"""A training script that uses all an SDK user has for reporting, then a reader that opens the finished task."""

import argparse
import io
import json
import logging
import sys
import time
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import plotly.express as px
from clearml import InputModel, Logger, Model, OutputModel, Task
from clearml.backend_api import Session
from PIL import Image

task = Task.init(project_name="rings/reports", task_name="everything", output_uri=True, tags=["first"])

# what a script is told
sys.argv = ["report.py", "--lr", "0.25"]
parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float, default=0.1, help="step length")
parser.add_argument("--name", default="none given")
arguments = parser.parse_args()
task.connect({"batch": 32, "layers": [1, 2], "deep": {"a": 1.5, "b": ""}, "flag": True, "ünï": "cödé"}, name="train.cfg")
task.connect({"seed": 7})
task.connect_configuration({"k": [1, 2], "text": "a\nb"}, name="settings", description="how it runs")
Path("plain.txt").write_text("x = 1\n")
task.connect_configuration(Path("plain.txt"), name="plain")
task.connect_label_enumeration({"cat": 1, "dog": 2})
task.set_user_properties(owner="me", stage={"value": "test", "description": "which", "type": "str"})
task.set_comment("a note")
task.add_tags(["second"])
task.set_progress(40)

# every kind of report
logger = Logger.current_logger()
for step in range(12):
    logger.report_scalar("train", "loss", value=1 / (step + 1), iteration=step)
    logger.report_scalar("train", "accuracy", value=step / 10, iteration=step)
logger.report_scalar("train/sub title", "a/b.c$d", value=3, iteration=0)
logger.report_single_value("best", 0.875)
logger.report_histogram("histogram", "h", values=[1, 2, 3], iteration=1, xlabels=["a", "b", "c"])
logger.report_vector("vector", "v", values=[4, 5], iteration=1)
logger.report_confusion_matrix("confusion", "c", matrix=np.eye(3), iteration=1)
logger.report_matrix("matrix", "m", matrix=np.ones((2, 2)), iteration=1)
logger.report_scatter2d("scatter2", "s", scatter=np.array([[0, 1], [2, 3]]), iteration=1)
logger.report_scatter3d("scatter3", "s", scatter=np.array([[0, 1, 2], [2, 3, 4]]), iteration=1)
logger.report_surface("surface", "s", matrix=np.arange(9).reshape(3, 3), iteration=1)
logger.report_table("table", "t", iteration=1, table_plot=pd.DataFrame({"a": [1, 2], "b": ["x", "y"]}))
logger.report_plotly("plotly", "p", iteration=1, figure=px.line(x=[1, 2], y=[3, 4]))
figure = plt.figure()
plt.plot([1, 2, 3])
logger.report_matplotlib_figure("matplotlib", "f", figure=figure, iteration=1)
picture = np.zeros((8, 8, 3), dtype=np.uint8)
for step in range(3):
    picture[step] = 255
    logger.report_image("image", "i", iteration=step, image=picture)
logger.report_media("media", "page", iteration=1, stream=io.BytesIO(b"<h1>x</h1>"), file_extension=".html")
logger.report_media("media", "link", iteration=1, url="https://example.org/a.png")
logger.report_text("a reported text")
print("a printed line")
print("an error line", file=sys.stderr)
logging.getLogger("mine").warning("a logged warning")

# artifacts of every kind
Path("one.bin").write_bytes(bytes(range(256)))
folder = Path("folder")
(folder / "sub").mkdir(parents=True, exist_ok=True)
(folder / "sub" / "file.txt").write_text("inside")
task.upload_artifact("dictionary", {"a": 1, "n": [1, 2]}, metadata={"source": "here"})
task.upload_artifact("frame", pd.DataFrame({"a": [1, 2]}))
task.upload_artifact("array", np.arange(4))
task.upload_artifact("file", artifact_object=Path("one.bin"))
task.upload_artifact("folder", artifact_object=folder)
task.upload_artifact("picture", Image.fromarray(picture))
task.upload_artifact("text", "just text")
task.upload_artifact("pickle #1/ü", {1, 2, 3}, wait_on_upload=True)
task.upload_artifact("link", artifact_object="https://example.org/data.csv")
registered = pd.DataFrame({"x": [1.0, 2.0]})
task.register_artifact("registered", registered, metadata={"m": "1"})

# models out and in
Path("weights.pt").write_bytes(b"weights")
output = OutputModel(task=task, name="net", framework="PyTorch", tags=["mt"], label_enumeration={"cat": 1})
output.update_design(config_dict={"depth": 3})
output.update_weights("weights.pt", iteration=5, auto_delete_file=False)
output.set_metadata("score", "0.5", v_type="float")
output.report_scalar("model", "size", value=7, iteration=1)
taken = InputModel.import_model(weights_url="https://example.org/base.pt", name="base", framework="PyTorch")
task.connect(taken, name="base")
task.flush(wait_for_uploads=True)
output.wait_for_uploads()
page = task.get_output_log_web_page()
task_id, model_id = task.id, output.id
# nobody waits for the reports of a model: it has a reporter of its own, which goes down with the process
session = Session()
for _ in range(60):
    if session.send_request("events", "scalar_metrics_iter_histogram", json={"task": model_id, "model_events": True}).json()["data"]:
        break
    time.sleep(0.25)
task.close()
Model(model_id).publish()

# ---- the reader
read = Task.get_task(task_id=task_id)
artifacts = read.artifacts
model = Model(model_id)
plots = read.get_reported_plots(max_iterations=1)
found = {
    "id": task_id,
    "page": page,
    "name": read.name,
    "project": read.get_project_name(),
    "status": read.status,
    "type": read.task_type.value,
    "tags": sorted(read.get_tags()),
    "comment": read.comment,
    "progress": read.get_progress(),
    "lr": arguments.lr,
    "parameters": read.get_parameters(),
    "cast": {key: value for key, value in read.get_parameters(cast=True).items() if key.startswith(("train.cfg", "Args"))},
    "settings": read.get_configuration_object_as_dict("settings"),
    "plain": read.get_configuration_object("plain"),
    "labels": read.get_labels_enumeration(),
    "properties": {key: each["value"] for key, each in read.get_user_properties().items()},
    "script": read.get_script(),
    "scalars": read.get_reported_scalars(),
    "last": {
        title: {series: each for series, each in rows.items()}
        for title, rows in read.get_last_scalar_metrics().items()
        if not title.startswith(":monitor")
    },
    "single": read.get_reported_single_values(),
    "iteration": read.get_last_iteration(),
    "plots": sorted(f'{each["metric"]}/{each["variant"]}' for each in plots),
    "plots_parse": all(json.loads(each["plot_str"]) for each in plots),
    "images": [each["iter"] for each in read.get_debug_samples("image", "i", n_last_iterations=5)],
    "image_urls": [each["url"] for each in read.get_debug_samples("image", "i", n_last_iterations=1)],
    "media": [each["url"] for each in read.get_debug_samples("media", "link", n_last_iterations=1)],
    "console": "".join(read.get_reported_console_output(number_of_reports=50)),
    "artifacts": {name: each.type for name, each in artifacts.items()},
    "dictionary": artifacts["dictionary"].get(),
    "metadata": artifacts["dictionary"].metadata,
    "frame": artifacts["frame"].get()["a"].tolist(),
    "array": artifacts["array"].get().tolist(),
    "file": Path(artifacts["file"].get_local_copy()).read_bytes() == bytes(range(256)),
    "folder": (Path(artifacts["folder"].get_local_copy()) / "sub" / "file.txt").read_text(),
    "picture": list(artifacts["picture"].get().size),
    "text": artifacts["text"].get(),
    "pickle": sorted(artifacts["pickle #1/ü"].get()),
    "link": artifacts["link"].url,
    "registered": artifacts["registered"].get()["x"].tolist(),
    "models": {kind: {each.name: each.id for each in each_kind} for kind, each_kind in read.models.items()},
    "model": {
        "id": model_id,
        "name": model.name,
        "framework": model.framework,
        "labels": model.labels,
        "tags": list(model.tags),
        "design": model.config_dict,
        "published": model.published,
        "metadata": model.get_all_metadata(),
        "weights": Path(model.get_weights()).read_bytes().decode(),
        "task": model.task,
    },
    "input_url": read.models["input"]["base"].url,
}
found["scalars"] = {key: value for key, value in found["scalars"].items() if not key.startswith(":monitor")}
print(json.dumps(found))
