"""Tasks made, changed, cloned, queued, ended, searched, exported and deleted by the SDK, all from one process."""

import json
from pathlib import Path

from clearml import StorageManager, Task
from clearml.backend_api.session.client import APIClient

project = "rings/life"
Path("job.py").write_text("print('a job')\n")
found = {}

made = Task.create(project_name=project, task_name="made", script="job.py", packages=["six"], add_task_init_call=False)
made.set_parameters({"Args/lr": 0.3, "General/a": 1})
made.set_parameter("Args/extra", "x")
made.delete_parameter("Args/extra")
made.set_base_docker("python:3.11", docker_arguments="--ipc=host")
found["made"] = {
    "status": made.status,
    "parameters": made.get_parameters(),
    "script": {key: made.get_script()[key] for key in ("entry_point", "working_dir")},
    "docker": made.get_base_docker(),
}

clone = Task.clone(source_task=made, name="clone", parent=made.id)
Task.enqueue(clone, queue_name="default")
clone.reload()
found["queued"] = [clone.status, Task.get_num_enqueued_tasks(queue_name="default"), clone.get_executed_queue(return_name=True)]
Task.dequeue(clone)
found["dequeued"] = [clone.get_status(), Task.get_num_enqueued_tasks(queue_name="default")]
clone.rename("renamed")
clone.set_comment("changed")
clone.set_tags(["x", "y"])
clone.move_to_project(new_project_name="rings/moved")
clone.set_name("renamed again")
clone.reload()
found["clone"] = {
    "name": clone.name,
    "comment": clone.comment,
    "tags": sorted(clone.get_tags()),
    "project": clone.get_project_name(),
    "parent_is_made": clone.parent == made.id,
    "parameters": clone.get_parameters(),
}

states = []
clone.mark_started()
states.append(clone.get_status())
clone.get_logger().report_scalar("t", "s", 1.0, 3)
clone.get_logger().flush(wait=True)
clone.mark_stopped(status_message="enough")
states.append(clone.get_status())
clone.mark_started(force=True)
clone.mark_failed(status_reason="broken", status_message="it broke")
states.append(clone.get_status())
clone.reload()
found["why"] = [clone.data.status_reason, clone.data.status_message]
clone.reset(force=True)
states.append(clone.get_status())
read = Task.get_task(task_id=clone.id)
found["after_reset"] = [read.get_last_iteration(), read.get_reported_scalars()]
clone.mark_started()
clone.mark_completed()
states.append(clone.get_status())
clone.publish()
states.append(clone.get_status())
try:
    clone.mark_started()
    states.append("not refused")
except Exception as error:  # whatever the SDK makes of the refusal
    states.append(type(error).__name__)
states.append(clone.get_status())
found["states"] = states
clone.set_archived(True)
found["archived"] = clone.get_archived()
clone.set_archived(False)

# hyper parameters and user properties of their own calls
made.set_user_properties(owner="me", count=3)
found["properties"] = {key: each["value"] for key, each in made.get_user_properties().items()}
made.delete_user_properties([("properties", "count")])
found["properties_left"] = sorted(made.get_user_properties())
made.set_configuration_object("conf", config_text="depth = 3", config_type="hocon", description="d")
made.reload()
found["configuration"] = [made.get_configuration_object("conf"), sorted(made.get_configuration_objects())]

# finding tasks
for number in range(3):
    each = Task.create(project_name=project, task_name=f"found {number}", task_type="testing")
    each.set_tags([f"n{number}", "all"])
    each.set_parameters({"General/rank": number})
    if number:
        each.mark_started()
    if number == 2:
        each.mark_completed()


def names(tasks):
    return sorted(each.name for each in tasks)


found["get_tasks"] = {
    "by project": names(Task.get_tasks(project_name=project)),
    "by name": names(Task.get_tasks(project_name=project, task_name="found [01]")),
    "escaped": names(Task.get_tasks(project_name="rings/lif.$", task_name="found 1")),
    "any tag": names(Task.get_tasks(project_name=project, tags=["n0", "n2"])),
    "all tags": names(Task.get_tasks(project_name=project, tags=["__$all", "n0", "all"])),
    "not tag": names(Task.get_tasks(project_name=project, tags=["all", "__$not", "n1"])),
    "old not": names(Task.get_tasks(project_name=project, tags=["all", "-n2"])),
    "status": names(Task.get_tasks(project_name=project, task_filter={"status": ["in_progress", "completed"]})),
    "type": names(Task.get_tasks(project_name=project, task_filter={"type": ["testing"]})),
    "ordered": [
        each.name
        for each in Task.get_tasks(project_name=project, tags=["all"], task_filter={"order_by": ["-name"], "page_size": 2, "page": 0})
    ],
    "any field": names(
        Task.get_tasks(project_name=project, task_filter={"_any_": {"fields": ["name", "comment"], "pattern": "FOUND"}})
    ),
    "parent": names(Task.get_tasks(task_filter={"parent": made.id})),
}
found["query_tasks"] = {
    "ids": len(Task.query_tasks(project_name=project, tags=["all"])),
    "fields": sorted(
        each["name"] for each in Task.query_tasks(project_name=project, tags=["all"], additional_return_fields=["name", "status"])
    ),
    "several projects": len(Task.query_tasks(project_name=[project, "rings/moved"])),
}
found["by_name"] = Task.get_task(project_name=project, task_name="found 1").name
found["missing"] = Task.get_task(project_name=project, task_name="no such task", allow_archived=True)
found["projects"] = sorted(each.name for each in Task.get_projects() if each.name.startswith("rings"))
found["project_id"] = Task.get_project_id(project) == made.project

# a task as text and back
exported = made.export_task()
exported["name"] = "imported"
exported.pop("id", None)
imported = Task.import_task(exported)
found["imported"] = [imported.name, imported.get_parameters(), imported.id != made.id]
found["updated"] = imported.update_task({"name": "updated", "comment": "by update"}) and Task.get_task(imported.id).name

# the API as such
client = APIClient()
found["api"] = {
    "tasks": [each.name for each in client.tasks.get_all(name="found", order_by=["name"], only_fields=["id", "name"])],
    "projects": len(client.projects.get_all(name="^rings/life$", search_hidden=True)),
    "queues": [each.name for each in client.queues.get_all()],
    "models": len(client.models.get_all()),
    "workers": len(client.workers.get_all()),
}

# deleting
doomed = Task.create(project_name=project, task_name="doomed")
doomed.mark_started()
doomed.upload_artifact("file", {"gone": True}, wait_on_upload=True)
url = doomed.artifacts["file"].url
doomed.mark_completed()
doomed_id = doomed.id
found["deleted"] = bool(doomed.delete(raise_on_error=True))
found["gone"] = Task.query_tasks(task_filter={"id": [doomed_id]})
try:
    Task.get_task(task_id=doomed_id)
    found["after"] = "still there"
except ValueError:
    found["after"] = "ValueError"
found["file"] = StorageManager.get_local_copy(url, force_download=True)
print(json.dumps(found))
