"""Workspaces: the fluent calls for them, and work in two of them under the same names."""

import json

import mlflow
from mlflow import MlflowClient
from mlflow.exceptions import MlflowException


def code_of(call):
    try:
        call()
        return None
    except MlflowException as error:
        return error.error_code


found = {}
mlflow.create_workspace("team-a", description="the first")
mlflow.create_workspace("team-b")
mlflow.update_workspace("team-b", description="the second")
found["listed"] = [(each.name, each.description) for each in mlflow.list_workspaces() if each.name != "default"]
found["taken"] = code_of(lambda: mlflow.create_workspace("team-a"))
found["unknown"] = code_of(lambda: mlflow.get_workspace("nobody"))

runs = {}
for team in ("team-a", "team-b"):
    mlflow.set_workspace(team)
    experiment = mlflow.set_experiment("shared name")
    with mlflow.start_run() as run:
        mlflow.log_param("team", team)
        mlflow.log_metric("score", len(runs))
        mlflow.log_text("from " + team, "notes/a.txt")
    runs[team] = run.info.run_id
    place = mlflow.get_run(run.info.run_id).info.artifact_uri.replace(run.info.run_id, "RUN")
    found[f"{team} root"] = place.replace(f"/{experiment.experiment_id}/", "/EXPERIMENT/")
    found[f"{team} text"] = mlflow.artifacts.load_text(f"runs:/{run.info.run_id}/notes/a.txt")
    found[f"{team} listed"] = [each.path for each in MlflowClient().list_artifacts(run.info.run_id, "notes")]
    found[f"{team} experiments"] = sorted(each.name for each in mlflow.search_experiments())
    found[f"{team} params"] = [run.data.params for run in mlflow.search_runs(output_format="list")]

mlflow.set_workspace("team-b")
found["foreign run"] = code_of(lambda: mlflow.get_run(runs["team-a"]))
found["foreign write"] = code_of(lambda: MlflowClient().log_metric(runs["team-a"], "score", 9))
found["foreign files"] = code_of(lambda: MlflowClient().list_artifacts(runs["team-a"]))
mlflow.set_workspace("team-a")
found["score"] = mlflow.get_run(runs["team-a"]).data.metrics["score"]

mlflow.set_workspace(None)
mlflow.create_workspace("passing")
mlflow.delete_workspace("passing")
found["deleted"] = code_of(lambda: mlflow.get_workspace("passing"))
mlflow.delete_workspace("team-b", mode="SET_DEFAULT")
found["moved"] = mlflow.get_run(runs["team-b"]).data.params
print(json.dumps(found))
