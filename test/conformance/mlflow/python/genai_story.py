"""A GenAI team's day: a prompt, traces of it inside a run, feedback, a dataset made of traces, an evaluation by code."""

import json

import mlflow
import pandas as pd
from mlflow.entities import AssessmentSource, AssessmentSourceType
from mlflow.genai import scorer
from mlflow.genai.datasets import create_dataset, get_dataset

experiment = mlflow.set_experiment("genai story")
found = {}

prompt = mlflow.genai.register_prompt(name="greeting", template="Say {{word}} to {{name}}", commit_message="first")
mlflow.genai.register_prompt(name="greeting", template="Say {{word}} kindly to {{name}}", tags={"tone": "kind"})
mlflow.genai.set_prompt_alias("greeting", alias="live", version=2)
loaded = mlflow.genai.load_prompt("prompts:/greeting@live")
found["prompt"] = [loaded.version, loaded.template, loaded.tags.get("tone"), prompt.version, prompt.commit_message]
found["prompts"] = [one.name for one in mlflow.genai.search_prompts()]


@mlflow.trace(span_type="LLM")
def model(text):
    return text.upper()


@mlflow.trace(span_type="AGENT")
def answer(word, name):
    mlflow.update_current_trace(tags={"team": "tests"}, metadata={"mlflow.trace.session": f"session {name}"})
    text = mlflow.genai.load_prompt("prompts:/greeting@live").format(word=word, name=name)
    return model(text)


with mlflow.start_run(run_name="chat") as run:
    for name in ["ann", "bob", "cyd"]:
        answer("hello", name)
    try:
        with mlflow.start_span("broken") as span:
            span.set_inputs({"q": 1})
            raise ValueError("no answer")
    except ValueError:
        pass
mlflow.flush_trace_async_logging()


def traces(filter_string=None, **more):
    return mlflow.search_traces(
        locations=[experiment.experiment_id], filter_string=filter_string, return_type="list", order_by=["timestamp_ms ASC"], **more
    )


def previews(found_traces):
    return [trace.info.request_preview for trace in found_traces]


whole = traces()
found["traces"] = [
    [t.info.state.value, t.info.request_preview, t.info.response_preview, t.info.tags.get("team"), t.info.tags["mlflow.traceName"]]
    for t in whole
]
found["of run"] = len(traces(run_id=run.info.run_id))
found["spans"] = [
    [s.name, s.span_type, s.status.status_code.value, s.inputs, s.outputs, s.parent_id is None] for t in whole for s in t.data.spans
]
found["events"] = [e.attributes["exception.message"] for e in whole[3].data.spans[0].events]
found["filters"] = {
    text: previews(traces(text))
    for text in [
        "tags.team = 'tests'",
        "status = 'ERROR'",
        "name LIKE 'ans%'",
        "metadata.`mlflow.trace.session` = 'session bob'",
        "span.type = 'LLM'",
        "prompt = 'greeting/2'",
    ]
}

human = AssessmentSource(source_type=AssessmentSourceType.HUMAN, source_id="ann")
first, second = whole[0].info.trace_id, whole[1].info.trace_id
feedback = mlflow.log_feedback(trace_id=first, name="quality", value=True, source=human, rationale="polite")
mlflow.log_feedback(trace_id=second, name="quality", value=False, source=human)
mlflow.log_expectation(trace_id=first, name="expected_response", value="SAY HELLO KINDLY TO ANN", source=human)
mlflow.override_feedback(trace_id=first, assessment_id=feedback.assessment_id, value=False, rationale="not so polite", source=human)
found["assessments"] = sorted(
    [a.name, a.value, a.valid, bool(getattr(a, "overrides", None)), a.source.source_id] for a in mlflow.get_trace(first).info.assessments
)
found["by feedback"] = {
    text: previews(traces(text)) for text in ["feedback.quality = 'false'", "feedback.quality = 'true'", "expectation.expected_response IS NOT NULL"]
}

dataset = create_dataset(name="golden", experiment_id=experiment.experiment_id, tags={"stage": "test"})
dataset.merge_records(traces("tags.team = 'tests'"))
dataset.merge_records([{"inputs": {"word": "bye", "name": "dan"}, "expectations": {"expected_response": "SAY BYE KINDLY TO DAN"}}])
frame = get_dataset(dataset_id=dataset.dataset_id).to_df()
found["records"] = sorted([json.dumps(row["inputs"], sort_keys=True), bool(row["expectations"])] for _, row in frame.iterrows())


@scorer
def is_loud(outputs):
    return outputs.isupper()


@scorer
def length(inputs, outputs):
    return len(outputs)


data = pd.DataFrame({"inputs": [{"word": "hi", "name": "eve"}, {"word": "hi", "name": "fay"}]})
result = mlflow.genai.evaluate(data=data, predict_fn=answer, scorers=[is_loud, length])
mlflow.flush_trace_async_logging()
found["evaluation"] = {name: float(value) for name, value in sorted(result.metrics.items())}
judged = mlflow.search_traces(locations=[experiment.experiment_id], run_id=result.run_id, return_type="list")
found["judged"] = sorted([a.name, a.value, a.source.source_type] for t in judged for a in t.info.assessments)
found["logged"] = mlflow.get_run(result.run_id).data.metrics
found["loud"] = len(traces("feedback.is_loud = 'true'"))

try:
    is_loud.register(name="loud", experiment_id=experiment.experiment_id)
except mlflow.exceptions.MlflowException as error:
    found["scorer with code of its own"] = error.error_code

client = mlflow.MlflowClient()
found["deleted"] = client.delete_traces(experiment.experiment_id, trace_ids=[first])
found["left"] = len(traces("tags.team = 'tests'"))
print(json.dumps(found))
