"""Models logged on purpose: files, signature, and loading them back by every address they have."""

import json

import mlflow
import numpy as np
from mlflow.models import infer_signature
from sklearn.linear_model import LinearRegression

mlflow.set_experiment("logged models")
features, target = np.array([[1.0], [2.0], [3.0]]), np.array([2.0, 4.0, 6.0])
model = LinearRegression().fit(features, target)
with mlflow.start_run() as run:
    info = mlflow.sklearn.log_model(model, "linear", signature=infer_signature(features, target), input_example=features)

loaded = mlflow.sklearn.load_model(info.model_uri)
pyfunc = mlflow.pyfunc.load_model(f"runs:/{run.info.run_id}/linear")
found = {
    "uri": info.model_uri,
    "prediction": round(float(loaded.predict([[5.0]])[0]), 6),
    "pyfunc": round(float(pyfunc.predict(np.array([[5.0]]))[0]), 6),
    "history": len(json.loads(mlflow.get_run(run.info.run_id).data.tags.get("mlflow.log-model.history", "[]"))),
}
if hasattr(mlflow, "get_logged_model"):
    logged = mlflow.get_logged_model(info.model_id)
    mlflow.MlflowClient().set_logged_model_tags(info.model_id, {"stage": "trial"})
    again = mlflow.get_logged_model(info.model_id)
    outputs = mlflow.get_run(run.info.run_id).outputs.model_outputs
    found |= {
        "status": str(logged.status.value),
        "tag": again.tags.get("stage"),
        "outputs": [output.model_id == info.model_id for output in outputs],
        "name": logged.name,
    }
print(json.dumps(found))
