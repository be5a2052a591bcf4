"""A pipeline of functions that runs where it is started, its steps too."""

import json

from clearml import PipelineController, Task


def load(size):
    # the SDK hands over pipeline parameters as text
    return list(range(int(size)))


def total(numbers):
    from clearml import Task

    Task.current_task().get_logger().report_scalar("sum", "of all", sum(numbers), 0)
    return sum(numbers)


pipe = PipelineController(
    name="adding", project="rings/pipes", version="1.0.0", add_pipeline_tags=True, pool_frequency=0.02
)
pipe.add_parameter("size", 4)
pipe.add_function_step(
    name="load", function=load, function_kwargs={"size": "${pipeline.size}"}, function_return=["numbers"], cache_executed_step=True
)
pipe.add_function_step(
    name="total", function=total, function_kwargs={"numbers": "${load.numbers}"}, function_return=["answer"], monitor_metrics=[("sum", "of all")]
)
pipe.start_locally(run_pipeline_steps_locally=True)
controller = Task.get_task(task_id=pipe.id)
steps = {each.name: each for each in Task.get_tasks(task_filter={"parent": pipe.id})}
found = {
    "status": controller.status,
    "type": controller.task_type.value,
    "system_tags": sorted(set(controller.get_system_tags()) - {"development"}),
    "project": controller.get_project_name(),
    "size": controller.get_parameters()["Args/size"],
    "steps": {name: [each.status, each.parent == pipe.id, sorted(each.artifacts)] for name, each in steps.items()},
    "answer": steps["total"].get_parameters(cast=True)["return/answer"],
    "monitored": controller.get_reported_scalars().get("sum") or controller.get_reported_scalars().get("total"),
}
print(json.dumps(found))
