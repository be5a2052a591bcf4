"""Registers models through a server that lacks the registry and has a real MLflow server behind, and logs beside it."""

import json

from mlflow import MlflowClient
from mlflow.exceptions import MlflowException

client = MlflowClient()
run = client.create_run("0")
client.log_metric(run.info.run_id, "loss", 0.5)

client.create_registered_model("ours", tags={"team": "a"}, description="with ünicode")
try:
    client.create_registered_model("ours")
    repeated = None
except MlflowException as error:
    repeated = error.error_code

print(
    json.dumps(
        {
            "names": [model.name for model in client.search_registered_models()],
            "description": client.get_registered_model("ours").description,
            "tags": client.get_registered_model("ours").tags,
            "repeated": repeated,
            "loss": client.get_run(run.info.run_id).data.metrics["loss"],
        }
    )
)
