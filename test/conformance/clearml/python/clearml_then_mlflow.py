"""A task recorded by the ClearML SDK, opened and changed by an MLflow client, and read again by ClearML."""

import io
import json
from pathlib import Path

import mlflow
import numpy as np
from clearml import OutputModel, Task

client = mlflow.MlflowClient()
task = Task.init(project_name="rings/other way", task_name="from clearml", output_uri=True, tags=["prod"])
task.connect({"lr": 0.1, "deep": {"a": 1}})
task.connect({"x": "y"}, name="Args")
task.connect({"größe": "毛"}, name="ünï")
task.set_user_properties(team="vision")
task.set_comment("a note")
logger = task.get_logger()
for step in range(4):
    logger.report_scalar("train", "loss", 1 / (step + 1), step)
logger.report_scalar("same", "same", 5, 1)
logger.report_scalar("größe", "毛", 2, 1)
logger.report_single_value("best", 0.75)
logger.report_histogram("histogram", "h", values=[1, 2], iteration=1)
logger.report_image("image", "i", iteration=2, image=np.zeros((4, 4, 3), dtype=np.uint8))
logger.report_media("media", "page", iteration=1, stream=io.BytesIO(b"<h1>x</h1>"), file_extension=".html")
print("a printed line")
task.upload_artifact("kept", {"a": 1}, wait_on_upload=True)
Path("one.bin").write_bytes(bytes(range(256)))
task.upload_artifact("ünï #1", "cödé", wait_on_upload=True)
task.upload_artifact("file", artifact_object=Path("one.bin"), wait_on_upload=True)
Path("weights.pt").write_bytes(b"weights")
output = OutputModel(task=task, name="net", framework="PyTorch")
output.update_weights("weights.pt", auto_delete_file=False)
output.wait_for_uploads()
task.flush(wait_for_uploads=True)
running = client.get_run(task.id).info.status
task_id = task.id
task.close()

run = client.get_run(task_id)
experiment = client.get_experiment(run.info.experiment_id)
found = [each.info.run_id for each in client.search_runs([run.info.experiment_id], "params.lr = '0.1' and metrics.`train/loss` < 0.3")]


def files_below(path=None):
    for item in client.list_artifacts(task_id, path):
        if item.is_dir:
            yield from files_below(item.path)
        else:
            yield item.path


files = sorted(files_below())
binary = next((path for path in files if path.endswith("one.bin")), None)
weights = next((path for path in files if path.endswith("weights.pt")), None)
seen = {
    "name": run.info.run_name,
    "running": running,
    "status": run.info.status,
    "experiment": experiment.name,
    "found": found == [task_id],
    "params": run.data.params,
    "metrics": {key: value for key, value in run.data.metrics.items() if not key.startswith(":monitor")},
    "history": [[each.step, each.value] for each in client.get_metric_history(task_id, "train/loss")],
    "tags": {key: value for key, value in run.data.tags.items() if not key.startswith("mlflow.")},
    "note": run.data.tags.get("mlflow.note.content"),
    "source": run.data.tags.get("mlflow.source.name"),
    "user": bool(run.info.user_id),
    "files": files,
    "read": {path: Path(client.download_artifacts(run.info.run_id, path)).stat().st_size > 0 for path in files},
    "plot": "data" in json.loads(Path(client.download_artifacts(task_id, "plots/histogram/h/1.json")).read_text()),
    "console": "a printed line" in Path(client.download_artifacts(task_id, "logs/console.log")).read_text(),
    "binary": binary and Path(client.download_artifacts(task_id, binary)).read_bytes() == bytes(range(256)),
    "weights": weights and Path(client.download_artifacts(task_id, weights)).read_text(),
    "outputs": [each.model_id.removeprefix("m-") == output.id for each in (run.outputs.model_outputs if run.outputs else [])],
}

# what MLflow changes is seen by ClearML
client.set_tag(task_id, "mlflow.runName", "renamed by mlflow")
client.set_tag(task_id, "team", "sound")
client.set_tag(task_id, "fresh", "")
client.log_param(task_id, "late", "1")
client.log_metric(task_id, "train/loss", 9.0, step=10)
with open("late.txt", "w") as file:
    file.write("late")
client.log_artifact(task_id, "late.txt")
client.delete_run(task_id)
read = Task.get_task(task_id=task_id)
archived = read.get_archived()
client.restore_run(task_id)
read = Task.get_task(task_id=task_id)
with mlflow.start_run(experiment_id=run.info.experiment_id, run_name="beside") as beside:
    mlflow.log_param("p", 1)
other = Task.create(project_name="rings/other way", task_name="made")
statuses = [client.get_run(other.id).info.status]
client.update_run(other.id, status="RUNNING")
statuses.append(Task.get_task(task_id=other.id).status)
client.set_terminated(other.id, "KILLED")
statuses.append(Task.get_task(task_id=other.id).status)
Task.enqueue(beside.info.run_id, queue_name="default", force=True)
statuses.append(client.get_run(beside.info.run_id).info.status)
client.delete_run(other.id)
print(
    json.dumps(
        {
            "seen": seen,
            "after": {
                "name": read.name,
                "archived": [archived, read.get_archived()],
                "tags": sorted(read.get_tags()),
                "properties": {name: each["value"] for name, each in read.get_user_properties().items()},
                "parameters": read.get_parameters(),
                "loss": read.get_reported_scalars()["train"]["loss"],
                "statuses": statuses,
                "late": Path(read.artifacts["late.txt"].get_local_copy()).read_text(),
            },
            "listed": {
                "mlflow": sorted(each.info.run_name for each in client.search_runs([run.info.experiment_id])),
                "clearml": sorted(each.name for each in Task.get_tasks(project_name="rings/other way", allow_archived=False)),
            },
        }
    )
)
