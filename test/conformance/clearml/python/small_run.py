"""The shortest run of use: a scalar and a file through the ClearML SDK, read again by it and by an MLflow client."""

import json

import mlflow
from clearml import Task

task = Task.init(project_name="rings/small", task_name="small run", auto_resource_monitoring=False)
task.get_logger().report_scalar("t", "s", 1.0, 0)
task.upload_artifact("kept", {"a": 1}, wait_on_upload=True)
task_id = task.id
task.close()
read = Task.get_task(task_id=task_id)
print(
    json.dumps(
        {
            "status": read.status,
            "scalars": read.get_reported_scalars(),
            "kept": read.artifacts["kept"].get(),
            "user": read.data.user,
            "author": mlflow.MlflowClient().get_run(task_id).info.user_id,
        }
    )
)
