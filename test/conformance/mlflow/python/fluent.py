"""The fluent API: nested runs, params, metrics, tags, batches, datasets, deleting and restoring."""

import json
import math

import mlflow
import pandas as pd

mlflow.set_experiment("fluent")
mlflow.set_experiment_tag("team", "vision")

with mlflow.start_run(run_name="parent", tags={"stage": "trial"}, description="a **note**") as parent:
    mlflow.log_param("lr", 0.1)
    mlflow.log_params({"depth": 3, "épochs": "12", "empty": "", "none": None})
    for step in range(5):
        mlflow.log_metric("loss", 1 / (step + 1), step=step)
    mlflow.log_metrics({"acc": 0.5, "nan": math.nan, "inf": math.inf, "minus": -math.inf, "huge": 1.7e308}, step=2**53 + 1)
    mlflow.set_tag("release", "1.0")
    mlflow.set_tags({"a.b": "c", "gone": "soon", "number": 7})
    mlflow.delete_tag("gone")
    data = mlflow.data.from_pandas(pd.DataFrame({"x": [1, 2], "y": [0.5, 1.5]}), name="points", targets="y")
    mlflow.log_input(data, context="training", tags={"split": "first"})
    with mlflow.start_run(run_name="child", nested=True) as child:
        mlflow.log_metric("loss", 0.25)
    with mlflow.start_run(run_name="failing", nested=True) as failing:
        mlflow.end_run("FAILED")

try:
    with mlflow.start_run(run_name="raises") as raising:
        raise RuntimeError("training broke")
except RuntimeError:
    pass

try:
    mlflow.MlflowClient().log_param(parent.info.run_id, "lr", 0.2)
    changed = "accepted"
except mlflow.exceptions.MlflowException as refused:
    changed = refused.error_code

with mlflow.start_run(run_id=parent.info.run_id):
    mlflow.log_metric("loss", 0.01, step=5)

read = mlflow.get_run(parent.info.run_id)
frame = mlflow.search_runs(experiment_names=["fluent"], order_by=["attributes.run_name"])
children = mlflow.search_runs(
    experiment_names=["fluent"], filter_string=f"tags.mlflow.parentRunId = '{parent.info.run_id}'", output_format="list"
)
mlflow.delete_run(failing.info.run_id)
active = mlflow.search_runs(experiment_names=["fluent"], output_format="list")
client = mlflow.MlflowClient()
deleted_stage = client.get_run(failing.info.run_id).info.lifecycle_stage
client.restore_run(failing.info.run_id)
history = client.get_metric_history(parent.info.run_id, "loss")

print(
    json.dumps(
        {
            "run_id": parent.info.run_id,
            "params": read.data.params,
            "metrics": {key: repr(value) for key, value in read.data.metrics.items()},
            "tags": {key: value for key, value in read.data.tags.items() if not key.startswith("mlflow.source")},
            "step": next(m.step for m in client.get_metric_history(parent.info.run_id, "acc")),
            "dataset": [
                [entry.dataset.name, entry.dataset.source_type, {tag.key: tag.value for tag in entry.tags}]
                for entry in read.inputs.dataset_inputs
            ],
            "names": list(frame["tags.mlflow.runName"]),
            "statuses": {row["tags.mlflow.runName"]: row["status"] for _, row in frame.iterrows()},
            "children": sorted(run.info.run_name for run in children),
            "after_delete": sorted(run.info.run_name for run in active),
            "deleted_stage": deleted_stage,
            "changed_param": changed,
            "history": [[point.step, point.value] for point in history],
            "experiment_tag": mlflow.get_experiment_by_name("fluent").tags.get("team"),
        }
    )
)
