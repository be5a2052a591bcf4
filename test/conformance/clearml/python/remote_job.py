"""A script that hands itself to a queue and goes on where an agent runs it."""

import json
import time

from clearml import Task

task = Task.init(project_name="rings/agent", task_name="remote", auto_resource_monitoring=False)
told = {"steps": 3, "pause": 0.0}
task.connect(told)
print(json.dumps({"id": task.id}), flush=True)
task.execute_remotely(queue_name="default")
for step in range(told["steps"]):
    print("remote step", step, flush=True)
    task.get_logger().report_scalar("remote", "step", step, step)
    time.sleep(told["pause"])
task.upload_artifact("result", {"steps": told["steps"]}, wait_on_upload=True)
