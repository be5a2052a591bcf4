"""A run logged by an MLflow client, opened and changed by the ClearML SDK, and read again by MLflow."""

import json
from pathlib import Path

import mlflow
from clearml import InputModel, Task
from sklearn.linear_model import LinearRegression

client = mlflow.MlflowClient()
experiment_id = mlflow.create_experiment("rings/one record")
mlflow.set_experiment("rings/one record")
with mlflow.start_run(run_name="parent") as parent:
    with mlflow.start_run(run_name="from mlflow", nested=True, description="a note") as run:
        mlflow.log_params({"lr": 0.1, "Args/deep": "x", "train.size": 5, "a b/c/d": "", "größe": "毛"})
        for step in range(5):
            mlflow.log_metric("train/loss", 1 / (step + 1), step=step)
            mlflow.log_metric("plain", step, step=step)
        mlflow.log_metric("a/b/c", 2.0, step=9)
        for step, value in ((3, 1.5), (3, 2.5), (1, 0.5)):
            mlflow.log_metric("größe/毛", value, step=step)
        mlflow.set_tags({"prod": "", "team": "vision"})
        Path("folder").mkdir(exist_ok=True)
        Path("folder/one.txt").write_text("one")
        mlflow.log_artifact("folder/one.txt")
        mlflow.log_artifact("folder/one.txt", artifact_path="deep/er")
        mlflow.log_dict({"a": 1}, "dict.json")
        mlflow.log_text("cödé", "ünï cödé.txt")
        mlflow.sklearn.log_model(LinearRegression().fit([[0], [1]], [0, 1]), name="line")
run_id = run.info.run_id

task = Task.get_task(task_id=run_id)
artifacts = task.artifacts
outputs = list(task.models["output"])
seen = {
    "name": task.name,
    "status": task.status,
    "project": task.get_project_name(),
    "parameters": task.get_parameters(),
    "scalars": task.get_reported_scalars(),
    "last": {title: {name: row["last"] for name, row in rows.items()} for title, rows in task.get_last_scalar_metrics().items()},
    "tags": sorted(task.get_tags()),
    "properties": {name: each["value"] for name, each in task.get_user_properties().items()},
    "comment": task.comment,
    "user": task.data.user != "",
    "entry_point": task.get_script()["entry_point"],
    "parent": task.parent == parent.info.run_id,
    "artifacts": sorted(artifacts),
    "artifact": {
        name: Path(each.get_local_copy(extract_archive=False)).read_text()
        for name, each in artifacts.items()
        if name.endswith((".txt", ".json")) and "line" not in name
    },
    "models": [each.name for each in outputs],
    "by_id": [InputModel(each.id).name for each in outputs],
    "model_files": sorted(path.name for path in Path(outputs[0].get_local_copy()).rglob("*") if path.is_file()) if outputs else None,
}

# what ClearML changes is seen by MLflow
task.rename("renamed by clearml")
task.set_tags(["prod", "fresh"])
task.set_user_properties(team="sound", owner="me")
task.set_comment("another note")
task.set_archived(True)
archived = client.get_run(run_id).info.lifecycle_stage
task.set_archived(False)
after = client.get_run(run_id)
task.mark_started(force=True)
running = client.get_run(run_id).info.status
task.get_logger().report_scalar("train", "loss", 7.5, iteration=5)
task.get_logger().report_scalar("late", "one", 1.0, iteration=1)
task.get_logger().flush(wait=True)
task.upload_artifact("from clearml", {"late": True}, wait_on_upload=True)
task.mark_failed(status_message="it broke")
changed = client.get_run(run_id)
doomed = client.create_run(experiment_id, run_name="doomed")
client.log_text(doomed.info.run_id, "x", "x.txt")
Task.get_task(task_id=doomed.info.run_id).delete(raise_on_error=True)
try:
    gone = client.get_run(doomed.info.run_id).info.run_name
except mlflow.exceptions.MlflowException as error:
    gone = error.error_code
clone = Task.clone(source_task=task, name="cloned")
same = client.get_run(clone.id)
listed_by_mlflow = sorted(each.info.run_name for each in client.search_runs([experiment_id]))
listed_by_clearml = sorted(each.name for each in Task.get_tasks(project_name="rings/one record"))
print(
    json.dumps(
        {
            "run_id": run_id,
            "seen": seen,
            "after": {
                "name": after.info.run_name,
                "archived": archived,
                "active": after.info.lifecycle_stage,
                "tags": {key: value for key, value in after.data.tags.items() if not key.startswith("mlflow.")},
                "note": after.data.tags.get("mlflow.note.content"),
                "params": after.data.params,
            },
            "ran_again": {
                "statuses": [running, changed.info.status],
                "points": [[each.step, each.value] for each in client.get_metric_history(run_id, "train/loss")][-1],
                "late": changed.data.metrics["late/one"],
                "artifact": json.loads(Path(client.download_artifacts(run_id, "artifacts/from clearml/from clearml.json")).read_text()),
            },
            "gone": gone,
            "clone": {"status": same.info.status, "params": same.data.params, "metrics": same.data.metrics},
            "listed": {"mlflow": listed_by_mlflow, "clearml": listed_by_clearml},
        }
    )
)
