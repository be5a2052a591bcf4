"""Traces as the client of 2.22 writes and reads them: their spans are a file among the artifacts."""

import json
import uuid

import mlflow
from mlflow import MlflowClient

client = MlflowClient()
experiment = mlflow.set_experiment(f"tracing {uuid.uuid4()}").experiment_id
found = {}


@mlflow.trace(span_type="CHAIN")
def outer(question):
    mlflow.update_current_trace(tags={"color": "röd"})
    with mlflow.start_span("within") as span:
        span.set_inputs({"question": question})
        span.set_outputs(7)
    return question.upper()


outer("why")
trace_id = mlflow.get_last_active_trace_id()
trace = client.get_trace(trace_id)
found["spans"] = [[span.name, span.inputs, span.outputs] for span in trace.data.spans]
found["status"] = str(trace.info.status.value)
found["tags"] = [trace.info.tags.get("color"), trace.info.tags.get("mlflow.traceName")]
client.set_trace_tag(trace_id, "late", "x")
client.delete_trace_tag(trace_id, "color")
tags = client.get_trace(trace_id).info.tags
found["changed"] = [tags.get("late"), tags.get("color")]
found["found"] = [t.info.request_id == trace_id for t in client.search_traces([experiment])]
found["spans again"] = [len(t.data.spans) for t in client.search_traces([experiment])]
found["deleted"] = client.delete_traces(experiment, request_ids=[trace_id])
print(json.dumps(found))
