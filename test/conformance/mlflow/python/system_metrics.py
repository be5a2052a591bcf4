"""System metrics: the client's own thread logs what psutil sees."""

import json
import time

import mlflow

mlflow.set_experiment("system metrics")
mlflow.set_system_metrics_sampling_interval(0.2)
mlflow.set_system_metrics_samples_before_logging(1)
with mlflow.start_run(log_system_metrics=True) as run:
    time.sleep(1.5)
metrics = mlflow.get_run(run.info.run_id).data.metrics
print(json.dumps({"keys": sorted(key for key in metrics if key.startswith("system/"))}))
