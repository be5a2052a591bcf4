"""Versions registered by an MLflow client as models of ClearML, and models published by ClearML as versions of MLflow."""

import json
import shutil
from pathlib import Path

import joblib
import mlflow
from clearml import InputModel, Model, OutputModel, Task
from mlflow import MlflowClient
from mlflow.exceptions import MlflowException
from sklearn.linear_model import LinearRegression

client = MlflowClient()
found = {}


def metadata(model):
    return {key: value for key, value in model.get_all_metadata_casted().items() if key.startswith("mlflow_")}


# registered in MLflow: a logged model, and files that no model was logged for
mlflow.set_experiment("registry/mlflow")
with mlflow.start_run(run_name="maker") as run:
    info = mlflow.sklearn.log_model(LinearRegression().fit([[0], [1]], [0, 1]), name="line", registered_model_name="lines")
    Path("plain").mkdir(exist_ok=True)
    Path("plain/weights.txt").write_text("weights")
    mlflow.log_artifacts("plain", "files")
client.create_registered_model("plain files")
plain = client.create_model_version("plain files", f"runs:/{run.info.run_id}/files", run.info.run_id)
client.set_registered_model_alias("lines", "champion", "1")
client.transition_model_version_stage("lines", "1", "Production")

logged = InputModel(model_id=info.model_id.removeprefix("m-"))
own = Model.query_models(model_name="plain files", only_published=True)
by_metadata = Model.query_models(metadata={"mlflow_name": "lines"})
found["mlflow"] = {
    "ready": logged.published,
    "metadata": metadata(logged),
    "found": [model.name for model in by_metadata],
    "own": [[model.name, model.published, model.task == run.info.run_id, model.project == logged.project] for model in own],
    "own metadata": metadata(own[0]),
    "outputs of the task": [[model.name, model.id == own[0].id] for model in Task.get_task(run.info.run_id).models["output"]],
    "outputs of the run": [output.model_id == info.model_id for output in client.get_run(run.info.run_id).outputs.model_outputs],
    "lineage": [[each.name, each.version] for each in client.search_model_versions(f"run_id = '{own[0].task}'")],
    "files": sorted(path.name for path in Path(own[0].get_local_copy(raise_on_error=True)).rglob("*") if path.is_file()),
    "logged": [each.model_id == info.model_id for each in mlflow.search_logged_models(experiment_ids=[run.info.experiment_id], output_format="list")],
}

# published in ClearML: twice under one name, and under a name that MLflow forbids
numbers = []
task = Task.init(project_name="registry/clearml", task_name="trainer", output_uri=True)
for factor in (1, 2):
    joblib.dump(LinearRegression().fit([[0], [1]], [0, factor]), f"model{factor}.pkl")
    output = OutputModel(task=task, name="published model", framework="scikit-learn")
    output.update_weights(f"model{factor}.pkl", auto_delete_file=False)
    output.wait_for_uploads()
    output.publish()
    numbers.append(output.id)
odd = OutputModel(task=task, name="team/model: best", framework="scikit-learn")
odd.update_weights("model1.pkl", auto_delete_file=False)
odd.wait_for_uploads()
odd.publish()
task.close()

versions = sorted(client.search_model_versions("name = 'published model'"), key=lambda each: int(each.version))
downloads = [Path(mlflow.artifacts.download_artifacts(f"models:/published model/{each.version}")) for each in versions]
files = [sorted(path for path in folder.rglob("*") if path.is_file()) for folder in downloads]
found["clearml"] = {
    "names": sorted(model.name for model in client.search_registered_models("name != 'lines'")),
    "versions": [[str(each.version), each.status, each.run_id == task.id, each.source == f"models:/m-{id}"] for each, id in zip(versions, numbers)],
    "loaded": [round(float(joblib.load(paths[0]).predict([[3]])[0]), 3) for paths in files],
    "lineage": [model.version for model in client.search_model_versions(f"run_id = '{task.id}'", order_by=["name", "version_number"])],
    "tag": json.loads(mlflow.get_logged_model(f"m-{numbers[1]}").tags["mlflow.modelVersions"]),
    "metadata": metadata(InputModel(model_id=numbers[1])),
}

# what is staged or aliased in MLflow is not deleted in passing
client.set_registered_model_alias("published model", "prod", "2")
kept = Model.remove(numbers[1], delete_weights_file=False, force=False)
client.delete_registered_model_alias("published model", "prod")
removed = Model.remove(numbers[1], delete_weights_file=False, force=False)
client.delete_model_version("plain files", plain.version)


def error_of(call, *args):
    try:
        call(*args)
        return None
    except MlflowException as error:
        return error.error_code


found["deleted"] = {
    "kept": bool(kept),
    "removed": bool(removed),
    "version": error_of(client.get_model_version, "published model", "2"),
    "first": str(client.get_model_version("published model", "1").version),
    "own": [model.name for model in Model.query_models(model_name="plain files")],
    "files": [each.path for each in client.list_artifacts(run.info.run_id, "files")],
}
for folder in downloads:
    shutil.rmtree(folder, ignore_errors=True)
print(json.dumps(found))
