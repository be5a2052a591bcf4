"""An MLflow run that says which code made it, cloned by the ClearML SDK with another parameter and put into a queue."""

import json
import sys

import mlflow
from clearml import Task

repository, commit = sys.argv[1:]
mlflow.set_experiment("rings/code")
tags = {
    "mlflow.source.name": "job.py",
    "mlflow.source.type": "PROJECT",
    "mlflow.source.git.repoURL": repository,
    "mlflow.source.git.branch": "main",
    "mlflow.source.git.commit": commit,
}
with mlflow.start_run(run_name="with code", tags=tags) as run:
    mlflow.log_param("lr", 0.1)
clone = Task.clone(source_task=run.info.run_id, name="again")
clone.set_parameter("General/lr", 0.5)
Task.enqueue(clone, queue_name="default")
print(json.dumps({"clone": clone.id, "status": clone.get_status()}))
