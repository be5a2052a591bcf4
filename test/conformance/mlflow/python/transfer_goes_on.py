"""Goes on with a history that was transferred: makes an experiment and a run in it."""

import json

import mlflow

experiment = mlflow.create_experiment("made later")
with mlflow.start_run(experiment_id=experiment):
    mlflow.log_metric("loss", 1)
    mlflow.log_text("later", "later.txt")
print(json.dumps({"id": experiment}))
