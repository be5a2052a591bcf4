"""Projects made, found, moved, merged and deleted by the SDK's typed calls, and experiments of MLflow among them."""

import json

import mlflow
from clearml import Task
from clearml.backend_api.session.client import APIClient

found = {}
client = APIClient()

task = Task.create(project_name="tree/of/tasks", task_name="made", task_type="training")
task.set_parameters({"Args/lr": 0.3})
task.set_tags(["seen"])
leaf = task.project

mlflow.set_experiment("tree/of/experiments")
with mlflow.start_run(run_name="by mlflow"):
    mlflow.log_metric("train/loss", 0.5)

# both count below the same project
whole = client.projects.get_all(name="^tree$")[0]
# the SDK has no typed form of this one
query = {"id": [whole.id], "include_stats": True}
answer = client.session.send_request("projects", "get_all_ex", version="2.27", json=query).json()
listed = answer["data"]["projects"][0]
active = listed["stats"]["active"]
found["stats"] = {
    "total": active["total_tasks"],
    "created": active["status_count"]["created"],
    "completed": active["status_count"]["completed"],
    "below": [project["name"] for project in listed["sub_projects"]],
}
found["projects"] = sorted(project.name for project in Task.get_projects() if project.name.startswith("tree"))
found["metrics"] = [
    [each.metric, each.variant] for each in client.projects.get_unique_metric_variants(project=whole.id).metrics
]
found["parameters"] = client.projects.get_hyper_parameters(project=whole.id).response.parameters
found["values"] = client.projects.get_hyperparam_values(projects=[whole.id], section="Args", name="lr").values
found["tags"] = client.projects.get_task_tags(projects=[leaf]).tags

# renamed, moved and merged, seen by MLflow under the new names
client.projects.update(project=leaf, name="tree/of/jobs", description="renamed")
found["renamed"] = [client.projects.get_by_id(project=leaf).name, mlflow.get_experiment_by_name("tree/of/jobs") is not None]
found["moved"] = client.projects.move(project=leaf, new_location="other/place").moved
experiment = mlflow.get_experiment_by_name("other/place/jobs")
found["runs"] = [run.info.run_name for run in mlflow.MlflowClient().search_runs([experiment.experiment_id])]
target = client.projects.get_all(name="^tree/of/experiments$")[0]
merged = client.projects.merge(project=leaf, destination_project=target.id)
found["merged"] = [merged.moved_entities, merged.moved_projects]
found["together"] = sorted(each.name for each in Task.get_tasks(project_name="tree/of/experiments"))

# deleted with what it holds
checked = client.projects.validate_delete(project=target.id)
found["checked"] = [checked.tasks, checked.non_archived_tasks, checked.models]
try:
    client.projects.delete(project=target.id)
except Exception as error:
    found["refused"] = "402" in str(error)
gone = client.projects.delete(project=target.id, force=True, delete_contents=True)
found["deleted"] = [gone.deleted, gone.deleted_tasks]
found["left"] = [mlflow.get_experiment_by_name("tree/of/experiments") is None, len(Task.get_tasks(project_name="tree"))]

print(json.dumps(found))
