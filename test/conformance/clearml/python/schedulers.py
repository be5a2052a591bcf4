"""A task scheduler and a trigger scheduler beside each other in one process: what they put into queues, and why."""

import json
import os
import threading
import time

from clearml import OutputModel, Task
from clearml.automation import TaskScheduler, TriggerScheduler

project = "rings/schedules"
base = Task.create(project_name=project, task_name="base")
base.set_parameter("General/seen", "nothing")

scheduler = TaskScheduler(sync_frequency_minutes=0.05, force_create_task_name="scheduler", force_create_task_project=project)
scheduler.add_task(
    name="at once",
    schedule_task_id=base.id,
    queue="default",
    minute=30,
    execute_immediately=True,
    task_parameters={"General/seen": "scheduled"},
    target_project=project,
)
triggers = TriggerScheduler(pooling_frequency_minutes=0.03, sync_frequency_minutes=1)
triggers.add_task_trigger(
    name="on completion",
    schedule_task_id=base.id,
    schedule_queue="default",
    trigger_project=project,
    trigger_on_status=["completed"],
    trigger_name="^watched$",
    task_parameters={"General/seen": "${task.id}"},
    target_project=project,
)
triggers.add_task_trigger(
    name="on metric",
    schedule_task_id=base.id,
    schedule_queue="default",
    trigger_project=project,
    trigger_name="^watched$",
    trigger_on_metric="loss",
    trigger_on_variant="best",
    trigger_on_threshold=0.5,
    trigger_on_sign="min",
    task_parameters={"General/seen": "low"},
    target_project=project,
)
triggers.add_model_trigger(
    name="on publish",
    schedule_task_id=base.id,
    schedule_queue="default",
    trigger_project=project,
    trigger_on_publish=True,
    task_parameters={"General/seen": "${model.id}"},
    target_project=project,
)
for each in (scheduler, triggers):
    threading.Thread(target=each.start, daemon=True).start()
time.sleep(3)

watched = Task.create(project_name=project, task_name="watched")
watched.mark_started()
watched.get_logger().report_scalar("loss", "best", 0.25, 1)
watched.get_logger().flush(wait=True)
model = OutputModel(task=watched, name="published")
model.update_weights(register_uri="https://example.org/w.pt")
model.publish()
watched.mark_completed()

expected = {"scheduled", watched.id, "low", model.id}
deadline = time.time() + 60
seen = {}
while time.time() < deadline and set(seen) != expected:
    time.sleep(1)
    queued = Task.get_tasks(project_name=project, task_filter={"status": ["queued"]})
    seen = {each.get_parameter("General/seen"): each.name for each in queued}
state = Task.current_task().get_configuration_object_as_dict("tasks")
print(
    json.dumps(
        {
            "seen": sorted({watched.id: "task", model.id: "model"}.get(key, key) for key in seen),
            "in_queue": Task.get_num_enqueued_tasks(queue_name="default"),
            "state": [each["name"] for each in state] if isinstance(state, list) else None,
        }
    ),
    flush=True,
)
os._exit(0)
