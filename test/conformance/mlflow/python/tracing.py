"""Traces as the client of 3.17 writes and reads them, and as OpenTelemetry's own exporter sends them."""

import json
import time
import uuid

import mlflow
import requests
from mlflow import MlflowClient
from mlflow.entities import SpanType
from mlflow.exceptions import MlflowException
from opentelemetry.exporter.otlp.proto.http import Compression
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

uri = mlflow.get_tracking_uri()
client = MlflowClient()
experiment = mlflow.set_experiment(f"tracing {uuid.uuid4()}").experiment_id
found = {"version": requests.get(f"{uri}/version", timeout=10).text}


@mlflow.trace(span_type=SpanType.CHAIN, attributes={"depth": 1, "é": "ü"})
def outer(question):
    mlflow.update_current_trace(
        tags={"color": "röd"},
        metadata={"mlflow.trace.session": "s1", "mlflow.trace.user": "ann"},
        client_request_id="request-1",
        request_preview="asked: " + question,
    )
    return inner(question) + "!"


@mlflow.trace(name="within", span_type=SpanType.LLM)
def inner(question):
    span = mlflow.get_current_active_span()
    span.set_attribute("mlflow.chat.tokenUsage", {"input_tokens": 3, "output_tokens": 4, "total_tokens": 7})
    span.add_event(mlflow.entities.SpanEvent("saw", attributes={"x": 1}))
    return question.upper()


def shape(trace):
    info, spans = trace.info, trace.data.spans
    return {
        "state": str(info.state.value),
        "preview": [info.request_preview, info.response_preview],
        "request": info.client_request_id,
        "session": info.trace_metadata.get("mlflow.trace.session"),
        "user": info.trace_metadata.get("mlflow.trace.user"),
        "tokens": info.token_usage,
        "color": info.tags.get("color"),
        "location": info.tags.get("mlflow.trace.spansLocation"),
        "spans": [[span.name, span.span_type, str(span.status.status_code.value), span.inputs, span.outputs] for span in spans],
        "tree": [span.parent_id == (spans[0].span_id if at else None) for at, span in enumerate(spans)],
        "events": [[event.name, event.attributes] for span in spans for event in span.events],
        "attribute": spans[0].get_attribute("é"),
    }


outer("why")
trace_id = mlflow.get_last_active_trace_id()
mlflow.flush_trace_async_logging()
found["decorated"] = shape(mlflow.get_trace(trace_id))

with mlflow.start_run() as run:
    try:
        with mlflow.start_span(name="fails") as span:
            span.set_inputs({"a": 1})
            raise ValueError("no é")
    except ValueError:
        pass
    failed = mlflow.get_last_active_trace_id()
mlflow.flush_trace_async_logging()
trace = mlflow.get_trace(failed)
found["failed"] = [
    trace.info.state.value,
    trace.info.trace_metadata["mlflow.sourceRun"] == run.info.run_id,
    [event.name for event in trace.data.spans[0].events],
    trace.data.spans[0].status.description,
]

mlflow.set_trace_tag(trace_id, "late", "x")
mlflow.delete_trace_tag(trace_id, "color")
tags = client.get_trace(trace_id).info.tags
found["tags"] = [tags.get("late"), tags.get("color"), tags.get("mlflow.traceName")]

client.link_traces_to_run([trace_id], run.info.run_id)
found["of run"] = sorted(t.info.trace_id == failed for t in mlflow.search_traces(run_id=run.info.run_id, locations=[experiment], return_type="list"))

span = client.start_trace("by hand", inputs={"n": 2**60})
child = client.start_span("child", span.trace_id, span.span_id, inputs=[1])
client.end_span(span.trace_id, child.span_id, outputs={"x": [1.5, None]})
client.end_trace(span.trace_id, outputs=True, status="OK")
mlflow.flush_trace_async_logging()
found["by hand"] = [[s.name, s.inputs, s.outputs] for s in mlflow.get_trace(span.trace_id).data.spans]

exporter = OTLPSpanExporter(
    endpoint=f"{uri}/v1/traces", headers={"x-mlflow-experiment-id": experiment}, compression=Compression.Gzip
)
provider = TracerProvider(resource=Resource.create({"service.name": "shop", "deployment": "test"}))
provider.add_span_processor(BatchSpanProcessor(exporter))
tracer = provider.get_tracer("mine")
with tracer.start_as_current_span("order", attributes={"openinference.span.kind": "AGENT", "input.value": "two"}) as order:
    for item in range(3):
        with tracer.start_as_current_span(f"item {item}", attributes={"n": item, "price": 1.5, "list": ["a", "b"]}):
            pass
found["flushed"] = provider.force_flush()
provider.shutdown()
exported = mlflow.get_trace("tr-" + format(order.get_span_context().trace_id, "032x"))
found["exported"] = {
    "names": [span.name for span in exported.data.spans],
    "type": exported.data.spans[0].span_type,
    "inputs": exported.data.spans[0].inputs,
    "attributes": exported.data.spans[1].attributes | {"mlflow.traceRequestId": None},
    "service": exported.info.tags["service.name"],
    "state": exported.info.state.value,
}

before = int(time.time() * 1000) + 60_000
found["deleted"] = [
    client.delete_traces(experiment, trace_ids=[trace_id]),
    client.delete_traces(experiment, max_timestamp_millis=before, max_traces=1),
    client.delete_traces(experiment, max_timestamp_millis=before),
]
try:
    client.get_trace(trace_id)
    found["after"] = "there"
except MlflowException as error:
    found["after"] = error.error_code

print(json.dumps(found))
