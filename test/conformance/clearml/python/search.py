"""A search over hyper parameters whose trials run on this machine."""

import json
import subprocess
import sys
from pathlib import Path

from clearml import Task
from clearml.automation import DiscreteParameterRange, GridSearch, HyperParameterOptimizer

Path("trial.py").write_text(
    """
from clearml import Task
task = Task.init(project_name="rings/search", task_name="base", auto_resource_monitoring=False)
told = {"x": 1}
task.connect(told)
task.get_logger().report_scalar("result", "y", (told["x"] - 2) ** 2, 1)
"""
)
subprocess.run([sys.executable, "trial.py"], check=True)
base = Task.get_task(project_name="rings/search", task_name="base")
task = Task.init(project_name="rings/search", task_name="optimizer", task_type=Task.TaskTypes.optimizer)
search = HyperParameterOptimizer(
    base_task_id=base.id,
    hyper_parameters=[DiscreteParameterRange("General/x", values=[0, 2, 3])],
    objective_metric_title="result",
    objective_metric_series="y",
    objective_metric_sign="min",
    optimizer_class=GridSearch,
    max_number_of_concurrent_tasks=2,
    total_max_jobs=3,
    pool_period_min=0.05,
    save_top_k_tasks_only=0,
)
search.set_report_period(0.05)
search.start_locally()
search.wait(timeout=4.0)
search.stop()
top = search.get_top_experiments(top_k=3)
details = search.get_top_experiments_details(top_k=3)
children = Task.get_tasks(task_filter={"parent": task.id})
task_id = task.id
task.close()
read = Task.get_task(task_id=task_id)
print(
    json.dumps(
        {
            "trials": sorted([each.get_parameters()["General/x"], each.status] for each in children),
            "best": top[0].get_parameters()["General/x"],
            "details": [each["metrics"] for each in details] if details and "metrics" in details[0] else details,
            "status": read.status,
            "plots": sorted({each["metric"] for each in read.get_reported_plots(max_iterations=1)}),
        },
        default=str,
    )
)
