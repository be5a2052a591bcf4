"""Sessions of Task.init: taken up again, continued, offline and brought in later, aborted from outside."""

import json
import os
import subprocess
import sys
import time

from clearml import Task

found = {}

# the same project and name again: the first run is used anew, with nothing left of what it reported
first = Task.init(project_name="rings/again", task_name="same")
first.get_logger().report_scalar("t", "s", 1.0, 7)
first.set_parameter("General/old", 1)
first_id = first.id
first.close()
again = Task.init(project_name="rings/again", task_name="same")
again.get_logger().report_scalar("t", "s", 2.0, 1)
found["reuse"] = again.id == first_id
again.close()
read = Task.get_task(task_id=first_id)
found["reused"] = [read.status, read.get_reported_scalars()["t"]["s"], read.get_parameters()]

# continued: the curve goes on behind its last point
more = Task.init(project_name="rings/again", task_name="same", continue_last_task=first_id)
more.get_logger().report_scalar("t", "s", 3.0, 0)
found["continued"] = more.id == first_id
more.close()
read = Task.get_task(task_id=first_id)
found["continuation"] = [read.status, read.get_reported_scalars()["t"]["s"], read.get_last_iteration()]

# offline, then brought in
Task.set_offline(offline_mode=True)
offline = Task.init(project_name="rings/offline", task_name="away", auto_resource_monitoring=False)
offline.connect({"lr": 0.5})
offline.get_logger().report_scalar("t", "s", 4.0, 2)
offline.upload_artifact("kept", {"k": 1})
print("said offline")
offline.close()
session = offline.get_offline_mode_folder().with_suffix(".zip")
Task.set_offline(offline_mode=False)
imported = Task.get_task(task_id=Task.import_offline_session(str(session)))
found["offline"] = {
    "name": imported.name,
    "project": imported.get_project_name(),
    "status": imported.status,
    "parameters": imported.get_parameters(),
    "scalars": imported.get_reported_scalars()["t"],
    "artifact": imported.artifacts["kept"].get(),
    "console": "said offline" in "".join(imported.get_reported_console_output(20)),
}

# aborted by another process: the SDK of the running one ends it
ENDLESS = """
import time
from clearml import Task
task = Task.init(project_name="rings/again", task_name="endless", reuse_last_task_id=False)
print("id", task.id, flush=True)
for step in range(300):
    task.get_logger().report_scalar("t", "s", step, step)
    time.sleep(0.2)
"""
with open("endless.py", "w") as file:
    file.write(ENDLESS)
# not as a child of the sessions above, which the SDK would tell it by these variables
env = {name: value for name, value in os.environ.items() if name in ("CLEARML_CONFIG_FILE", "HOME", "PATH", "TMPDIR")}
endless = subprocess.Popen([sys.executable, "endless.py"], stdout=subprocess.PIPE, text=True, env=env)
running_id = next(line.split()[1] for line in endless.stdout if line.startswith("id "))
running = Task.get_task(task_id=running_id)
while running.get_status() != "in_progress" or not running.get_reported_scalars():
    time.sleep(0.5)
running.mark_stopped(force=True, status_message="stop it")
started = time.time()
endless.communicate(timeout=60)
found["abort"] = [running.get_status(), endless.returncode != 0, time.time() - started < 45]
print(json.dumps(found))
