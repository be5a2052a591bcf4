"""What a user may do with the task of another one: read it, change it, find it."""

import json
import sys

from clearml import Task
from clearml.backend_api.services.v2_23.events import TaskLogEvent
from clearml.backend_api.session.client import APIClient

project, task_id = sys.argv[1], sys.argv[2]
api = APIClient()
found = {"listed": project in [one.name for one in api.projects.get_all(search_hidden=True)]}
found["tasks"] = len(Task.get_tasks(project_name=project))


def outcome(call):
    try:
        return call()
    except Exception as error:
        text = str(error)
        return "403" if "403" in text or "ermission" in text else text


def read():
    task = Task.get_task(task_id=task_id)
    return [task.name, task.artifacts["kept"].get()] if task else "nothing"


found["read"] = outcome(read)
found["changed"] = outcome(lambda: api.tasks.update(task=task_id, comment="not mine").updated)
found["logged"] = outcome(
    lambda: api.events.add(event=TaskLogEvent(task=task_id, msg="hello", timestamp=1)).meta.result_code
)
print(json.dumps(found))
