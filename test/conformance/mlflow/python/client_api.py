"""MlflowClient: batches, searches with dozens of filters, orders, pages, experiments, async logging, several processes."""

import json
import multiprocessing
import time

import mlflow
from mlflow.entities import Metric, Param, RunTag, ViewType

client = mlflow.MlflowClient()
experiment_id = client.create_experiment("client api", tags={"team": "speech"})
first_time = 1_700_000_000_000

for number in range(30):
    tags = {"parity": "even" if number % 2 == 0 else "odd"}
    if number % 10 == 0:
        tags["ten"] = ""
    run = client.create_run(experiment_id, start_time=first_time + number, tags=tags, run_name=f"run {number:02}")
    client.log_batch(
        run.info.run_id,
        metrics=[Metric("loss", number / 10, first_time, 0), Metric("loss", (30 - number) / 10, first_time, 1)]
        + ([Metric("rare", number, first_time, 0)] if number % 3 == 0 else []),
        params=[Param("lr", str(number % 5)), Param("model name", "resnet" if number < 15 else "ResNet50")],
        tags=[RunTag("batch", "yes")],
    )
    client.set_terminated(run.info.run_id, "FINISHED" if number % 4 else "FAILED", end_time=first_time + 1000 + number)

filters = {
    "": 30,
    "metrics.loss < 1": 9,
    "metrics.loss <= 1": 10,
    "metrics.loss > 2.95": 1,
    "metrics.loss = 0.5": 1,
    "metrics.loss != 0.5": 29,
    "metrics.rare >= 0": 10,
    "metrics.rare > 5 and metrics.loss < 2": 6,
    "params.lr = '3'": 6,
    'params.lr = "3"': 6,
    "params.lr != '3'": 24,
    "params.`model name` LIKE 'resnet%'": 15,
    "params.`model name` ILIKE 'RESNET%'": 30,
    'params."model name" = "ResNet50"': 15,
    "params.unknown = 'x'": 0,
    "tags.parity = 'even'": 15,
    "tags.parity != 'even'": 15,
    "tags.parity LIKE 'o%'": 15,
    "tags.ten = ''": 3,
    "tags.batch = 'yes' AND tags.parity = 'odd' AND params.lr = '1'": 3,
    "attributes.status = 'FAILED'": 8,
    "status != 'FAILED'": 22,
    f"attributes.start_time > {first_time + 19}": 10,
    f"start_time <= {first_time}": 1,
    f"end_time >= {first_time + 1025}": 5,
    "attributes.run_name = 'run 07'": 1,
    "run_name LIKE 'run 1%'": 10,
    "run_name ILIKE 'RUN 2_'": 10,
    "attributes.artifact_uri LIKE 'mlflow-artifacts:%'": 30,
    "user_id = 'nobody at all'": 0,
    "metrics.loss > 1 and metrics.loss < 2 and tags.parity = 'even' and params.lr = '2'": 1,
}
counts = {text: len(client.search_runs([experiment_id], text, max_results=100)) for text in filters}
wrong = {text: [counts[text], expected] for text, expected in filters.items() if counts[text] != expected}

refused = {}
for text in ["metrics.loss", "params.lr = 3", "a = 'b'", "params.lr = '1' OR params.lr = '2'", "metrics.loss > 'x'"]:
    try:
        client.search_runs([experiment_id], text)
        refused[text] = "accepted"
    except mlflow.exceptions.MlflowException as error:
        refused[text] = error.error_code


def names(**options):
    return [run.info.run_name[-2:] for run in client.search_runs([experiment_id], **options)]


paged, token = [], None
while True:
    page = client.search_runs([experiment_id], order_by=["metrics.rare DESC", "attributes.run_name"], max_results=7, page_token=token)
    paged += [run.info.run_name[-2:] for run in page]
    token = page.token
    if not token:
        break

client.delete_run(client.search_runs([experiment_id], "run_name = 'run 00'")[0].info.run_id)
views = {name: len(client.search_runs([experiment_id], run_view_type=getattr(ViewType, name))) for name in ["ACTIVE_ONLY", "DELETED_ONLY", "ALL"]}

asynchronous = client.create_run(experiment_id, run_name="async").info.run_id
operations = [client.log_metric(asynchronous, "m", step, step=step, synchronous=False) for step in range(200)]
operations += [client.log_param(asynchronous, f"p{number}", number, synchronous=False) for number in range(20)]
operations += [client.set_tag(asynchronous, f"t{number}", number, synchronous=False) for number in range(20)]
for operation in operations:
    operation.wait()
mlflow.flush_async_logging()
async_run = client.get_run(asynchronous)

shared = client.create_run(experiment_id, run_name="shared").info.run_id


def write(worker):
    mine = mlflow.MlflowClient()
    for step in range(40):
        mine.log_metric(shared, "shared", worker * 1000 + step, timestamp=first_time + worker * 1000 + step, step=step)
    mine.log_batch(shared, metrics=[Metric(f"own {worker}", step, first_time, step) for step in range(1000)])


started = time.time()
processes = [multiprocessing.get_context("fork").Process(target=write, args=(worker,)) for worker in range(4)]
for process in processes:
    process.start()
for process in processes:
    process.join()

client.rename_experiment(experiment_id, "client api renamed")
client.set_experiment_tag(experiment_id, "extra", "1")
other = client.create_experiment("client api other")
client.delete_experiment(other)
found_experiments = [e.name for e in client.search_experiments(filter_string="name LIKE 'client api%'", order_by=["name ASC"])]
deleted_experiments = [e.name for e in client.search_experiments(view_type=ViewType.DELETED_ONLY)]
tagged = [e.name for e in client.search_experiments(filter_string="tags.team = 'speech'")]
client.restore_experiment(other)

print(
    json.dumps(
        {
            "wrong": wrong,
            "refused": refused,
            "by_loss": names(order_by=["metrics.loss ASC"], max_results=3),
            "by_name": names(order_by=["attributes.run_name DESC"], max_results=3),
            "paged": paged,
            "views": views,
            "async": [len(client.get_metric_history(asynchronous, "m")), len(async_run.data.params), async_run.data.metrics["m"]],
            "exit_codes": [process.exitcode for process in processes],
            "shared": len(client.get_metric_history(shared, "shared")),
            "own": [len(client.get_metric_history(shared, f"own {worker}")) for worker in range(4)],
            "shared_latest": client.get_run(shared).data.metrics["shared"],
            "found_experiments": found_experiments,
            "deleted_experiments": deleted_experiments,
            "tagged": tagged,
            "run_id": shared,
        }
    )
)
