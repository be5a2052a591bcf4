"""Traces as the client of 3.17 finds them: by filters, orders and pages, with feedback, expectations and sessions."""

import json
import time
import uuid

import mlflow
from mlflow import MlflowClient
from mlflow.entities import AssessmentError, AssessmentSource, Feedback
from mlflow.exceptions import MlflowException

client = MlflowClient()
experiment = mlflow.set_experiment(f"trace search {uuid.uuid4()}").experiment_id
found = {}


@mlflow.trace(name="answer", span_type="CHAIN")
def answer(question, session=None, fails=False):
    time.sleep(0.005)  # traces of one millisecond have no order
    if session:
        mlflow.update_current_trace(metadata={"mlflow.trace.session": session}, tags={"kind": "chat"})
    with mlflow.start_span("look up", span_type="RETRIEVER") as span:
        span.set_attribute("model", "gpt-4")
        span.set_inputs({"question": question})
    if fails:
        raise ValueError(question)
    return question.upper()


traces = []
for question, session in [("one", "s1"), ("two", "s1"), ("three", None)]:
    answer(question, session)
    traces.append(mlflow.get_last_active_trace_id())
try:
    answer("four", fails=True)
except ValueError:
    traces.append(mlflow.get_last_active_trace_id())
with mlflow.start_run() as run:
    answer("five")
    traces.append(mlflow.get_last_active_trace_id())
mlflow.flush_trace_async_logging()


def numbers(infos):
    return [traces.index(info.trace_id) for info in infos]


def search(**kwargs):
    return numbers(trace.info for trace in mlflow.search_traces(locations=[experiment], return_type="list", **kwargs))


def error_of(call, *args, **kwargs):
    try:
        call(*args, **kwargs)
        return None
    except MlflowException as error:
        return error.error_code


# feedback and expectations
person = AssessmentSource(source_type="HUMAN", source_id="ann")
judge = AssessmentSource(source_type="LLM_JUDGE", source_id="gpt")
good = mlflow.log_feedback(trace_id=traces[0], name="good", value=True, source=person, rationale="fine", metadata={"a": "b"})
mlflow.log_feedback(trace_id=traces[1], name="score", value=0.25, source=judge)
mlflow.log_feedback(trace_id=traces[2], name="score", value=0.75, source=judge)
mlflow.log_feedback(trace_id=traces[2], name="parts", value={"a": [1, 2], "b": None})
mlflow.log_feedback(trace_id=traces[3], name="broken", error=AssessmentError(error_code="TIMEOUT", error_message="slow"))
mlflow.log_feedback(trace_id=traces[0], name="polite", value="yes", metadata={"mlflow.trace.session": "s1"})
wanted = mlflow.log_expectation(trace_id=traces[0], name="wanted", value=["ONE", 1], source=person)
mlflow.log_expectation(trace_id=traces[1], name="number", value=7)
read = mlflow.get_assessment(traces[0], good.assessment_id)
found["feedback"] = [read.name, read.value, read.rationale, read.metadata, read.source.source_type, read.source.source_id]
found["expectation"] = mlflow.get_assessment(traces[0], wanted.assessment_id).value

second = mlflow.override_feedback(trace_id=traces[0], assessment_id=good.assessment_id, value=False, rationale="not at all")
found["overridden"] = [
    mlflow.get_assessment(traces[0], good.assessment_id).valid,
    second.valid,
    second.overrides == good.assessment_id,
    second.value,
]
changed = mlflow.update_assessment(
    traces[0], second.assessment_id, Feedback(name="good", value="maybe", rationale="well", metadata={"c": "d"})
)
found["changed"] = [changed.value, changed.rationale, changed.metadata]
found["in trace"] = sorted(
    [one.name, one.valid, str(one.value)] for one in mlflow.get_trace(traces[0]).info.assessments if one.name != "wanted"
)
mlflow.delete_assessment(traces[0], second.assessment_id)
found["valid again"] = mlflow.get_assessment(traces[0], good.assessment_id).valid
found["deleted"] = error_of(mlflow.get_assessment, traces[0], second.assessment_id)
broken = mlflow.get_trace(traces[3]).info.assessments[0]
found["error"] = [broken.value, broken.error.error_code, broken.error.error_message]

# searches
found["all"] = search()
found["oldest"] = search(order_by=["timestamp ASC"])
found["filters"] = {
    name: search(filter_string=text, order_by=["timestamp ASC"])
    for name, text in {
        "status": "status = 'ERROR'",
        "name": "name = 'answer'",
        "tag": "tags.kind = 'chat'",
        "session": "metadata.`mlflow.trace.session` = 's1'",
        "run": f"run_id = '{run.info.run_id}'",
        "span": "span.type = 'RETRIEVER' AND span.name LIKE 'look%'",
        "attribute": "span.attributes.model LIKE '%gpt-4%'",
        "text": "trace.text LIKE '%three%'",
        "feedback": "feedback.good = 'true'",
        "score": "feedback.score > 0.5",
        "of session": "feedback.polite = 'yes'",
        "expectation": "expectation.number = '7.0'",
        "missing": "feedback.score IS NULL",
        "two": "feedback.score < 0.5 AND status = 'OK'",
    }.items()
}
found["most"] = search(max_results=2)
found["in run"] = search(run_id=run.info.run_id)
table = mlflow.search_traces(locations=[experiment], max_results=3)
found["table"] = [len(table), sorted(column for column in table.columns if column in ("trace_id", "state", "assessments"))]
page = client.search_traces(locations=[experiment], max_results=2)
pages = [numbers(trace.info for trace in page)]
while page.token:
    page = client.search_traces(locations=[experiment], max_results=2, page_token=page.token)
    pages.append(numbers(trace.info for trace in page))
found["pages"] = pages
found["sessions"] = [
    numbers(trace.info for trace in session.traces) if hasattr(session, "traces") else numbers(t.info for t in session)
    for session in mlflow.search_sessions(locations=[experiment])
]
found["refused"] = error_of(mlflow.search_traces, locations=[experiment], filter_string="foo = 'x'")
mlflow.delete_run(run.info.run_id)
print(json.dumps(found))
