"""Evaluation as clients do it: datasets and their records, scorers, questions and queues of reviewers, and an evaluation."""

import json

import mlflow
from mlflow.exceptions import MlflowException
from mlflow.genai import evaluate
from mlflow.genai.datasets import (
    add_dataset_to_experiments,
    create_dataset,
    delete_dataset,
    delete_dataset_tag,
    get_dataset,
    remove_dataset_from_experiments,
    search_datasets,
    set_dataset_tags,
)
from mlflow.genai.judges import make_judge
from mlflow.genai.label_schemas import (
    InputCategorical,
    InputNumeric,
    InputPassFail,
    InputText,
    create_label_schema,
    delete_label_schema,
    get_label_schema,
    list_label_schemas,
    update_label_schema,
)
from mlflow.genai.review_queues import (
    add_items_to_review_queue,
    create_review_queue,
    delete_review_queue,
    get_or_create_user_queue,
    get_review_queue,
    list_review_queue_items,
    list_review_queues,
    remove_items_from_review_queue,
    set_review_queue_item_status,
    update_review_queue,
)
from mlflow.genai.scorers import delete_scorer, get_scorer, list_scorers, scorer


def error_of(work):
    """The error code of what must fail."""
    try:
        work()
    except MlflowException as error:
        return error.error_code
    return "none"


def datasets(experiment, other):
    made = create_dataset(name="questions", experiment_id=[experiment], tags={"stage": "trial", "gone": "x"})
    made.merge_records(
        [
            {"inputs": {"q": "é", "n": 1}, "expectations": {"answer": "a", "score": float("nan")}, "tags": {"t": "1"}},
            {"inputs": {"q": "b"}, "outputs": {"o": [1, 2.5]}},
        ]
    )
    made.merge_records([{"inputs": {"n": 1, "q": "é"}, "expectations": {"more": True}}])
    set_dataset_tags(dataset_id=made.dataset_id, tags={"stage": "done", "number": 3})
    delete_dataset_tag(dataset_id=made.dataset_id, key="gone")
    add_dataset_to_experiments(dataset_id=made.dataset_id, experiment_ids=[other])
    linked = sorted(get_dataset(dataset_id=made.dataset_id).experiment_ids) == sorted([experiment, other])
    remove_dataset_from_experiments(dataset_id=made.dataset_id, experiment_ids=[other])
    for number in range(5):
        create_dataset(name=f"more {number}", experiment_id=[experiment])
    found = get_dataset(dataset_id=made.dataset_id)
    by_name = search_datasets(experiment_ids=experiment, filter_string="name LIKE 'more%'", order_by=["name DESC"])
    frame = found.to_df()
    gone = create_dataset(name="gone", experiment_id=[experiment])
    delete_dataset(dataset_id=gone.dataset_id)
    return {
        "tags": {key: value for key, value in found.tags.items() if not key.startswith("mlflow.")},
        "linked": linked,
        "experiments": found.experiment_ids == [experiment],
        "profile": json.loads(found.profile),
        "schema": json.loads(found.schema),
        # the original has no order for records of one call
        "rows": sorted(f"{row['inputs']} {row['expectations']}" for _, row in frame.iterrows()),
        "by_name": [each.name for each in by_name],
        "by_tag": [each.name for each in search_datasets(filter_string="tags.stage = 'done'")],
        "gone": error_of(lambda: get_dataset(dataset_id=gone.dataset_id)),
        "digest": len(found.digest),
    }


def scorers(experiment):
    judge = make_judge(name="polite", instructions="Is {{ outputs }} polite?", model="openai:/gpt-4o", feedback_value_type=bool)
    judge.register(experiment_id=experiment)
    again = make_judge(name="polite", instructions="Is {{ outputs }} kind?", model="openai:/gpt-4o", feedback_value_type=bool)
    again.register(experiment_id=experiment)

    @scorer
    def exact(outputs):
        return outputs == "x"

    code = error_of(lambda: exact.register(experiment_id=experiment))
    latest = get_scorer(name="polite", experiment_id=experiment)
    first = get_scorer(name="polite", experiment_id=experiment, version=1)
    listed = [each.name for each in list_scorers(experiment_id=experiment)]
    delete_scorer(name="polite", experiment_id=experiment, version="all")
    return {
        "instructions": [first.instructions, latest.instructions],
        "listed": listed,
        "code": code,
        "gone": error_of(lambda: get_scorer(name="polite", experiment_id=experiment)),
    }


def questions(experiment):
    default = [each.name for each in list_label_schemas(experiment_id=experiment)]
    made = [
        create_label_schema(name="good", type="feedback", input=InputPassFail("yes", "no"), experiment_id=experiment),
        create_label_schema(name="kind", type="feedback", input=InputCategorical(options=["a", "b"]), experiment_id=experiment),
        create_label_schema(name="score", type="expectation", input=InputNumeric(0, 1.5), experiment_id=experiment),
        create_label_schema(name="text", type="expectation", input=InputText(max_length=9), experiment_id=experiment),
    ]
    update_label_schema(schema_id=made[1].schema_id, instruction="why", input=InputCategorical(options=["c"]))
    changed = get_label_schema(schema_id=made[1].schema_id)
    delete_label_schema(schema_id=made[3].schema_id)
    left = sorted(each.name for each in list_label_schemas(experiment_id=experiment))
    return {
        "default": default,
        "inputs": [str(each.input) for each in made],
        "changed": [changed.instruction, changed.input.options],
        "left": left,
    }, made[0].schema_id


def reviews(experiment, schema_id):
    traces = []
    for number in range(3):
        with mlflow.start_span(name=f"span {number}") as span:
            span.set_inputs({"n": number})
        traces.append(span.trace_id)
    mlflow.flush_trace_async_logging()
    queue = create_review_queue("Weekly", queue_type="custom", users=["Ann"], schema_ids=[schema_id], experiment_id=experiment)
    own = get_or_create_user_queue("Bob", experiment_id=experiment)
    same = get_or_create_user_queue("bob", experiment_id=experiment)
    update_review_queue(queue.queue_id, users=["ann", "carl"])
    add_items_to_review_queue(queue.queue_id, item_ids=traces)
    done = set_review_queue_item_status(queue.queue_id, item_id=traces[0], status="complete", completed_by="Ann")
    remove_items_from_review_queue(queue.queue_id, item_ids=[traces[1]])
    pending = list_review_queue_items(queue.queue_id, status="pending")
    found = get_review_queue(name="weekly", experiment_id=experiment)
    names = sorted(each.name for each in list_review_queues(experiment_id=experiment, user="carl"))
    mlflow.MlflowClient().delete_traces(experiment_id=experiment, trace_ids=[traces[0]])
    after = [each.item_id for each in list_review_queue_items(queue.queue_id)]
    delete_review_queue(queue.queue_id)
    return {
        "same": own.queue_id == same.queue_id,
        "users": found.users,
        "schemas": found.schema_ids == [schema_id],
        "done": [str(done.status), done.completed_by],
        "pending": [each.item_id for each in pending] == [traces[2]],
        "names": names,
        "after": after == [traces[2]],
        "gone": error_of(lambda: get_review_queue(queue_id=queue.queue_id)),
    }


def evaluation(experiment):
    data = create_dataset(name="to evaluate", experiment_id=[experiment])
    data.merge_records([{"inputs": {"q": text}, "expectations": {"expected": text.upper()}} for text in ("a", "b")])

    @scorer
    def matches(outputs, expectations):
        return outputs == expectations["expected"]

    result = evaluate(data=data, predict_fn=lambda q: q.upper() if q == "a" else q, scorers=[matches])
    run = mlflow.get_run(result.run_id)
    traces = mlflow.search_traces(run_id=result.run_id, return_type="list", experiment_ids=[experiment])
    return {
        "metrics": {key: value for key, value in run.data.metrics.items() if "matches" in key},
        "dataset": [each.dataset.name for each in run.inputs.dataset_inputs],
        "assessments": sorted(
            str(assessment.value) for trace in traces for assessment in trace.info.assessments if assessment.name == "matches"
        ),
    }


experiment = mlflow.set_experiment("evaluation").experiment_id
other = mlflow.create_experiment("another")
asked, schema_id = questions(experiment)
print(
    json.dumps(
        {
            "datasets": datasets(experiment, other),
            "scorers": scorers(experiment),
            "questions": asked,
            "reviews": reviews(experiment, schema_id),
            "evaluation": evaluation(experiment),
        }
    )
)
