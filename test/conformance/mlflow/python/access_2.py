"""Rights on experiments and registered models as clients of MLflow 2 give them."""

import json
import os

from auth_client import AuthServiceClient
from mlflow import MlflowClient
from mlflow.exceptions import MlflowException

URI = os.environ["MLFLOW_TRACKING_URI"]
found = {}


def act_as(name, password):
    os.environ["MLFLOW_TRACKING_USERNAME"] = name
    os.environ["MLFLOW_TRACKING_PASSWORD"] = password


def outcome(call):
    try:
        call()
        return "ok"
    except MlflowException as error:
        return error.error_code if "Permission denied" not in str(error) else "denied"


access = AuthServiceClient(URI)
client = MlflowClient(URI)
act_as("root", os.environ["ROOT_PASSWORD"])
access.create_user("carl", "the password of carl")
experiment = client.create_experiment("of the admin")
client.create_registered_model("of the admin")

given = access.create_experiment_permission(experiment, "carl", "EDIT")
found["given"] = [given.experiment_id == experiment, given.permission]
found["read"] = access.get_experiment_permission(experiment, "carl").permission
found["user"] = [
    [one.experiment_id == experiment, one.permission]
    for one in access.get_user("carl").experiment_permissions
]
model = access.create_registered_model_permission("of the admin", "carl", "NO_PERMISSIONS")
found["model"] = [model.name, model.permission]

act_as("carl", "the password of carl")
found["writes"] = outcome(lambda: client.create_run(experiment))
found["model hidden"] = outcome(lambda: client.get_registered_model("of the admin"))
found["models"] = [one.name for one in client.search_registered_models()]

act_as("root", os.environ["ROOT_PASSWORD"])
access.update_experiment_permission(experiment, "carl", "READ")
access.update_registered_model_permission("of the admin", "carl", "READ")
act_as("carl", "the password of carl")
found["writes when changed"] = outcome(lambda: client.create_run(experiment))
found["model shown"] = outcome(lambda: client.get_registered_model("of the admin"))

act_as("root", os.environ["ROOT_PASSWORD"])
access.delete_experiment_permission(experiment, "carl")
access.delete_registered_model_permission("of the admin", "carl")
found["deleted"] = outcome(lambda: access.get_experiment_permission(experiment, "carl"))
print(json.dumps(found))
