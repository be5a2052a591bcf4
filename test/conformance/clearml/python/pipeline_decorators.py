"""A pipeline written with decorators, run in this process's machine."""

import json

from clearml import PipelineDecorator, Task


@PipelineDecorator.component(return_values=["numbers"], cache=True, task_type="data_processing")
def load(size):
    return list(range(size))


@PipelineDecorator.component(return_values=["answer"])
def total(numbers):
    return sum(numbers)


@PipelineDecorator.pipeline(name="decorated", project="rings/pipes", version="0.2", return_value="answer")
def adding(size=3):
    numbers = load(size)
    answer = total(numbers)
    print("the answer is", answer)
    return answer


if __name__ == "__main__":
    PipelineDecorator.run_locally()
    answer = adding(size=5)
    controller = Task.get_tasks(project_name="rings/pipes/.pipelines/decorated", task_name="decorated", task_filter={"search_hidden": True, "_allow_extra_fields_": True})
    controller = controller[-1]
    steps = Task.get_tasks(task_filter={"parent": controller.id})
    print(
        json.dumps(
            {
                "answer": int(answer),
                "status": controller.status,
                "version": controller.get_user_properties().get("version", {}).get("value"),
                "steps": sorted([each.name, each.status, each.task_type.value] for each in steps),
            }
        )
    )
