"""A task of a key pair that is bound to a workspace."""

import json

from clearml import Task
from clearml.backend_api.session.client import APIClient

task = Task.init(project_name="shared name", task_name="bound", auto_connect_frameworks=False, output_uri=False)
task.connect({"team": "a"})
task.get_logger().report_scalar("score", "score", 1.0, 0)
task.close()
APIClient().tasks.create(name="loose", type="training")
names = sorted(each.name for each in Task.get_tasks())
print(json.dumps({"task": task.id, "names": names}))
