"""Reads a history by the ids in HISTORY through the real client and prints all of it."""

import json
import os

import mlflow
from mlflow import MlflowClient
from mlflow.entities import ViewType

ids = json.loads(os.environ["HISTORY"])
client = MlflowClient()


def listed(run, path=""):
    for file in client.list_artifacts(run, path or None):
        if file.is_dir:
            yield from listed(run, file.path)
        else:
            yield [file.path, file.file_size, open(client.download_artifacts(run, file.path)).read()]


def run_of(run_id):
    run = client.get_run(run_id)
    history = {key: [[repr(m.value), m.timestamp, m.step] for m in client.get_metric_history(run_id, key)] for key in run.data.metrics}
    return {
        "info": {key: value for key, value in run.info},
        "latest": {key: repr(value) for key, value in run.data.metrics.items()},
        "history": {key: sorted(points) for key, points in history.items()},
        "params": run.data.params,
        "tags": run.data.tags,
        "inputs": run.inputs.to_dictionary(),
        "outputs": run.outputs.to_dictionary(),
        "artifacts": sorted(listed(run_id)),
    }


def model_of(model_id):
    model = client.get_logged_model(model_id)
    said = model.to_dictionary()
    said["metrics"] = sorted([one.key, repr(one.value), one.step, one.timestamp, one.run_id, one.dataset_name] for one in model.metrics)
    return {"model": said, "answer": mlflow.pyfunc.load_model(f"models:/{model_id}").predict([1, 21])}


def registered(model):
    versions = client.search_model_versions(f"name='{model.name}'")
    return {
        "model": dict(model),
        "versions": [[dict(one), client.get_model_version_download_uri(model.name, one.version)] for one in sorted(versions, key=lambda one: one.version)],
    }


def trace_of(trace_id):
    trace = client.get_trace(trace_id)
    return {"info": trace.info.to_dict(), "spans": [span.to_dict() for span in trace.data.spans]}


def dataset_of(dataset_id):
    dataset = mlflow.genai.datasets.get_dataset(dataset_id=dataset_id)
    return {"dataset": dataset.to_dict(), "records": sorted(dataset.to_df().to_dict("records"), key=str)}


found = {
    "experiments": sorted([dict(one) for one in client.search_experiments(ViewType.ALL)], key=lambda one: one["experiment_id"]),
    "runs": [run_of(one) for one in ids["runs"]],
    "search": sorted(one.info.run_id for one in client.search_runs(ids["experiments"], "metrics.loss > 0", ViewType.ALL)),
    "models": [model_of(one) for one in ids["models"]],
    "alias": mlflow.pyfunc.load_model("models:/Reg@champion").predict([4]),
    "registry": [registered(one) for one in client.search_registered_models()],
    "prompts": [mlflow.genai.load_prompt(f"prompts:/greeting/{one}").template for one in (1, 2)],
    "live": mlflow.genai.load_prompt("prompts:/greeting@live").template,
    "traces": [trace_of(one) for one in ids["traces"]],
    "found": sorted(one.info.trace_id for one in client.search_traces(locations=ids["experiments"], filter_string="trace.status = 'OK'")),
    "datasets": [dataset_of(one) for one in ids["datasets"]],
    "scorers": [[one.name, one.guidelines] for one in mlflow.genai.scorers.list_scorers(experiment_id=ids["experiments"][0])],
}
print(json.dumps(found, default=str))
