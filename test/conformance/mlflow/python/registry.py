"""The model registry as its clients use it: models registered in every way, loaded by every address, searched, copied, deleted."""

import json

import mlflow
import numpy as np
from mlflow import MlflowClient
from mlflow.exceptions import MlflowException
from sklearn.linear_model import LinearRegression

client = MlflowClient()
found = {}
mlflow.set_experiment("registry")
features = np.array([[1.0], [2.0], [3.0]])


def linear(factor):
    return LinearRegression().fit(features, factor * features[:, 0])


def predict(uri):
    return round(float(mlflow.pyfunc.load_model(uri).predict(np.array([[5.0]]))[0]), 3)


def error_of(call, *args, **kwargs):
    try:
        call(*args, **kwargs)
        return None
    except MlflowException as error:
        return error.error_code


# registered while it is logged, from a run, and by a second name
with mlflow.start_run() as first:
    mlflow.sklearn.log_model(linear(1), "m", registered_model_name="linear")
with mlflow.start_run() as second:
    info = mlflow.sklearn.log_model(linear(2), "m")
registered = mlflow.register_model(f"runs:/{second.info.run_id}/m", "linear", tags={"by": "hand"})
third = mlflow.register_model(info.model_uri, "linear")
found["versions"] = [str(registered.version), str(third.version)]
found["runs"] = [
    client.get_model_version("linear", "1").run_id == first.info.run_id,
    registered.run_id == second.info.run_id,
    third.run_id == second.info.run_id,
]
found["status"] = registered.status
found["tags"] = client.get_model_version("linear", "2").tags

# loaded by number, alias, stage and latest
client.set_registered_model_alias("linear", "champion", "1")
client.transition_model_version_stage("linear", "2", "Production")
client.transition_model_version_stage("linear", "3", "Production", archive_existing_versions=True)
found["stages"] = {v.version: v.current_stage for v in client.search_model_versions("name = 'linear'")}
found["loaded"] = {
    "1": predict("models:/linear/1"),
    "2": predict("models:/linear/2"),
    "@champion": predict("models:/linear@champion"),
    "Production": predict("models:/linear/Production"),
    "latest": predict("models:/linear/latest"),
}
found["uri"] = client.get_model_version_download_uri("linear", "1").split("/")[-1] != ""
found["by alias"] = str(client.get_model_version_by_alias("linear", "champion").version)
found["aliases"] = {alias: str(version) for alias, version in client.get_registered_model("linear").aliases.items()}
found["latest"] = sorted(f"{v.version} {v.current_stage}" for v in client.get_latest_versions("linear"))

# described, tagged, searched
client.update_registered_model("linear", description="lines")
client.update_model_version("linear", "1", description="one")
client.set_registered_model_tag("linear", "team", "geo")
client.set_model_version_tag("linear", "1", "size", "small")
client.set_model_version_tag("linear", "1", "gone", "x")
client.delete_model_version_tag("linear", "1", "gone")
client.create_registered_model("other", tags={"team": "art"}, description="nothing yet")
found["described"] = [
    client.get_registered_model("linear").description,
    client.get_model_version("linear", "1").description,
    client.get_model_version("linear", "1").tags,
]
found["search"] = [m.name for m in client.search_registered_models("tags.team = 'geo'")]
found["search all"] = [m.name for m in client.search_registered_models(order_by=["name DESC"])]
page = client.search_registered_models(max_results=1)
found["pages"] = [page[0].name, client.search_registered_models(max_results=1, page_token=page.token)[0].name]
found["of run"] = [str(v.version) for v in client.search_model_versions(f"run_id = '{first.info.run_id}'")]
found["by tag"] = [str(v.version) for v in client.search_model_versions("tags.size = 'small'")]

# copied and renamed
copy = client.copy_model_version("models:/linear@champion", "copied")
found["copy"] = [copy.name, str(copy.version), copy.run_id == first.info.run_id, predict("models:/copied/1")]
client.rename_registered_model("copied", "renamed")
found["renamed"] = predict("models:/renamed/1")

# refused
found["errors"] = {
    "taken": error_of(client.create_registered_model, "linear"),
    "unknown": error_of(client.get_registered_model, "nobody"),
    "unknown version": error_of(client.get_model_version, "linear", "99"),
    "alias": error_of(client.set_registered_model_alias, "linear", "v1", "1"),
    "source": error_of(client.create_model_version, "other", "/etc/passwd"),
}

# deleted
client.delete_registered_model_alias("linear", "champion")
client.delete_model_version("linear", "3")
found["after delete"] = sorted(str(v.version) for v in client.search_model_versions("name = 'linear'"))
client.delete_registered_model("renamed")
found["left"] = sorted(m.name for m in client.search_registered_models())
with mlflow.start_run():
    mlflow.sklearn.log_model(linear(3), "m", registered_model_name="linear")
found["next"] = predict("models:/linear/4")

if hasattr(mlflow, "get_logged_model"):
    tag = mlflow.get_logged_model(info.model_id).tags.get("mlflow.modelVersions")
    found["listed"] = [item["version"] for item in json.loads(tag)]
print(json.dumps(found))
