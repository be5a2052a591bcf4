"""Makes a gateway's model through a server that has no gateway and a real MLflow server behind, and logs beside it."""

import json

from mlflow import MlflowClient
from mlflow.exceptions import MlflowException
from mlflow.tracking._tracking_service.utils import _get_store

client = MlflowClient()
run = client.create_run("0")
client.log_metric(run.info.run_id, "loss", 0.5)

store = _get_store()
store.create_gateway_secret("key", {"api_key": "ünicode secret"}, provider="openai")
try:
    store.create_gateway_secret("key", {"api_key": "another"}, provider="openai")
    repeated = None
except MlflowException as error:
    repeated = error.error_code

print(
    json.dumps(
        {
            "names": [secret.secret_name for secret in store.list_secret_infos()],
            "repeated": repeated,
            "loss": client.get_run(run.info.run_id).data.metrics["loss"],
        }
    )
)
