"""A classic team's day: a model is trained, registered, promoted, copied and loaded in every way a name allows."""

import json
import warnings

import mlflow
from mlflow import MlflowClient

warnings.filterwarnings("ignore")
client = MlflowClient()
mlflow.set_experiment("registry story")
found = {}


class Doubler(mlflow.pyfunc.PythonModel):
    def __init__(self, factor):
        self.factor = factor

    def predict(self, context, model_input, params=None):
        return [value * self.factor for value in model_input]


def log(factor, **more):
    """Logs a model by the name of its parameter in the client's version."""
    name = "name" if mlflow.__version__.startswith("3") else "artifact_path"
    return mlflow.pyfunc.log_model(**{name: "model"}, python_model=Doubler(factor), pip_requirements=[], **more)


with mlflow.start_run(run_name="train") as run:
    mlflow.log_metric("loss", 0.5)
    log(2, registered_model_name="doubler")
    info = log(3)
    version = mlflow.register_model(info.model_uri, "doubler", tags={"by": "hand"})

found["versions"] = [int(version.version), version.current_stage, version.tags, version.run_id == run.info.run_id]
client.update_registered_model("doubler", description="multiplies")
client.set_registered_model_tag("doubler", "team", "tests")
client.update_model_version("doubler", "1", description="by two")
client.set_model_version_tag("doubler", "1", "checked", "yes")
client.set_registered_model_alias("doubler", "champion", "2")
client.transition_model_version_stage("doubler", "1", "Production")
client.transition_model_version_stage("doubler", "2", "Production", archive_existing_versions=True)
copied = client.copy_model_version("models:/doubler@champion", "tripler")
found["copy"] = [copied.name, int(copied.version), copied.source]


def predict(uri):
    return mlflow.pyfunc.load_model(uri).predict([1, 2])


uris = ["models:/doubler/1", "models:/doubler/2", "models:/doubler@champion", "models:/doubler/Production", "models:/doubler/latest"]
found["predictions"] = {uri: predict(uri) for uri in [*uris, "models:/tripler/1"]}
model = client.get_registered_model("doubler")
found["model"] = [model.name, model.description, model.tags, {alias: int(number) for alias, number in model.aliases.items()}]
found["latest"] = sorted([one.current_stage, int(one.version)] for one in client.get_latest_versions("doubler"))
found["stages"] = {number: client.get_model_version("doubler", number).current_stage for number in ["1", "2"]}


def refusal(call):
    """Error code of a call that must not succeed."""
    try:
        call()
    except mlflow.exceptions.MlflowException as error:
        return error.error_code
    return "none"


def names(filter_string):
    return sorted(one.name for one in client.search_registered_models(filter_string))


found["models"] = {text: names(text) for text in ["", "name LIKE 'd%'", "tags.team = 'tests'", "name = 'nobody'"]}
found["searched"] = {
    text: [
        [one.name, int(one.version)]
        for one in client.search_model_versions(text.replace("RUN", run.info.run_id), order_by=["name ASC", "version_number DESC"])
    ]
    for text in ["name = 'doubler'", "run_id = 'RUN'", "tags.checked = 'yes'"]
}
client.rename_registered_model("tripler", "times three")
found["renamed"] = names("")
client.delete_model_version("doubler", "1")
found["deleted"] = refusal(lambda: client.get_model_version("doubler", "1"))
found["next"] = int(mlflow.register_model(info.model_uri, "doubler").version)
client.delete_registered_model_alias("doubler", "champion")
found["no alias"] = refusal(lambda: client.get_model_version_by_alias("doubler", "champion"))
found["taken"] = refusal(lambda: client.create_registered_model("doubler"))
client.delete_registered_model("times three")
found["left"] = names("")
print(json.dumps(found))
