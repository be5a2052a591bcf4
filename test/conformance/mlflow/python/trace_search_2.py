"""Traces as the client of 2.22 finds them: it knows fewer filters and reads the spans from files."""

import json
import time
import uuid

import mlflow
from mlflow import MlflowClient

client = MlflowClient()
experiment = mlflow.set_experiment(f"trace search {uuid.uuid4()}").experiment_id
found = {}


@mlflow.trace(name="answer", span_type="CHAIN")
def answer(question):
    time.sleep(0.005)  # traces of one millisecond have no order
    mlflow.update_current_trace(tags={"question": question})
    return question.upper()


for question in ["one", "two", "three"]:
    answer(question)
with mlflow.start_run() as run:
    answer("four")
mlflow.flush_trace_async_logging()


def search(**kwargs):
    return [trace.info.tags["question"] for trace in client.search_traces([experiment], **kwargs)]


found["all"] = search()
found["oldest"] = search(order_by=["timestamp_ms ASC"])
found["tag"] = search(filter_string="tags.question = 'two'")
found["name"] = search(filter_string="name = 'answer' AND status = 'OK'", max_results=2)
found["run"] = search(run_id=run.info.run_id)
page = client.search_traces([experiment], max_results=3)
found["pages"] = [len(page), len(client.search_traces([experiment], max_results=3, page_token=page.token))]
trace = client.search_traces([experiment], max_results=1)[0]
found["spans"] = [[span.name, span.span_type, span.inputs, span.outputs] for span in trace.data.spans]
found["table"] = len(mlflow.search_traces(experiment_ids=[experiment], filter_string="tags.question != 'two'"))
print(json.dumps(found))
