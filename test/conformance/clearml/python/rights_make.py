"""A task with a file, in a project of its own."""

import json

from clearml import Task

task = Task.init(project_name="anns/work", task_name="made", output_uri=True, reuse_last_task_id=False)
task.get_logger().report_scalar("t", "s", 1.0, 0)
task.upload_artifact("kept", {"a": 1}, wait_on_upload=True)
task.close()

import mlflow  # noqa: E402

experiment = mlflow.get_experiment_by_name("anns/work").experiment_id
print(json.dumps({"task": task.id, "experiment": experiment}))
