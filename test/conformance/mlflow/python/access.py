"""Users, roles and rights by MLflow's own client, and what they do to another user's client."""

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


def admin():
    act_as("root", os.environ["ROOT_PASSWORD"])


def ann():
    act_as("ann", "the password of ann")


def bob():
    act_as("bob", "the password of bob")


def outcome(call):
    try:
        call()
        return "ok"
    except MlflowException as error:
        text = str(error)
        return error.error_code if "Permission denied" not in text else "denied"


access = AuthServiceClient(URI)
client = MlflowClient(URI)

admin()
made = [access.create_user(name, f"the password of {name}") for name in ("ann", "bob")]
found["made"] = [[user.username, user.is_admin, isinstance(user.id, int)] for user in made]
found["again"] = outcome(lambda: access.create_user("ann", "the password of ann"))
found["short"] = outcome(lambda: access.create_user("eve", "short"))
found["missing"] = outcome(lambda: access.get_user("eve"))

ann()
found["self"] = access.get_user("ann").username
found["other"] = outcome(lambda: access.get_user("bob"))
found["promotes"] = outcome(lambda: access.update_user_admin("ann", True))
experiment = client.create_experiment("ann's")
run = client.create_run(experiment).info.run_id
client.log_metric(run, "loss", 1.0)
client.create_registered_model("ann's model")

bob()
found["reads"] = client.get_run(run).data.metrics
found["writes"] = outcome(lambda: client.log_metric(run, "loss", 2.0))
found["grants himself"] = outcome(
    lambda: access.grant_user_permission("bob", "experiment", experiment, "EDIT")
)

ann()
access.grant_user_permission("bob", "experiment", experiment, "EDIT")
found["twice"] = outcome(
    lambda: access.grant_user_permission("bob", "experiment", experiment, "READ")
)
bob()
found["may"] = [
    access.get_user_permission("bob", "experiment", experiment).allowed,
    access.get_user_permission("bob", "experiment", experiment).permission,
]
found["writes when given"] = outcome(lambda: client.log_metric(run, "loss", 2.0))
found["deletes"] = outcome(lambda: client.delete_run(run))
ann()
access.revoke_user_permission("bob", "experiment", experiment)
bob()
found["writes when revoked"] = outcome(lambda: client.log_metric(run, "loss", 3.0))

admin()
role = access.create_role("default", "shut out", "sees nothing of ann's")
denied = access.add_role_permission(role.id, "experiment", experiment, "DENY")
access.add_role_permission(role.id, "registered_model", "*", "DENY")
access.assign_role("bob", role.id)
found["role"] = [role.name, role.workspace, role.description]
found["gives"] = [
    [one.resource_type, one.resource_pattern == "*", one.permission]
    for one in access.list_role_permissions(role.id)
]
own, *roles = [one.name for one in access.list_user_roles("bob")]
found["has"] = [own.startswith("__user_"), *roles]
found["members"] = len(access.list_role_users(role.id))
bob()
found["reads when denied"] = outcome(lambda: client.get_run(run))
found["lists"] = [one.name for one in client.search_experiments()]
found["finds"] = len(client.search_runs([experiment]))
found["models"] = len(client.search_registered_models())
admin()
found["changed"] = access.update_role_permission(denied.id, "READ").permission
bob()
found["reads again"] = outcome(lambda: client.get_run(run))
admin()
access.unassign_role("bob", role.id)
access.delete_role(role.id)
found["gone"] = outcome(lambda: access.get_role(role.id))
bob()
found["models again"] = len(client.search_registered_models())

found["password"] = outcome(
    lambda: access.update_user_password("bob", "another password of bob", "the password of bob")
)
found["old password"] = outcome(lambda: client.search_experiments())
act_as("bob", "another password of bob")
found["new password"] = outcome(lambda: client.search_experiments())
admin()
access.delete_user("bob")
act_as("bob", "another password of bob")
found["deleted"] = outcome(lambda: client.search_experiments())
print(json.dumps(found))
