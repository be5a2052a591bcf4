"""Makes a history of everything an MLflow server keeps and prints its ids."""

import json
import time

import mlflow
import mlflow.data
from mlflow import MlflowClient
from mlflow.data.http_dataset_source import HTTPDatasetSource
from mlflow.data.meta_dataset import MetaDataset
from mlflow.entities import LoggedModelInput, Metric
from mlflow.genai.scorers import Guidelines

client = MlflowClient()
experiment = mlflow.set_experiment("Bäume/ünï 🌲").experiment_id
client.set_experiment_tag(experiment, "mlflow.note.content", "about trees")
client.set_experiment_tag(experiment, "empty", "")
gone = client.create_experiment("gone")
client.create_run(gone)
client.delete_experiment(gone)


class Doubling(mlflow.pyfunc.PythonModel):
    def predict(self, model_input: list[int]) -> list[int]:
        return [2 * one for one in model_input]


with mlflow.start_run(run_name="parent", description="a note") as parent:
    mlflow.log_params({"lr": "0.1", "long": "x" * 6000, "Args/α": "ß"})
    mlflow.set_tags({"team": "α", "label": "", "mlflow.source.git.commit": "c0ffee"})
    points = [Metric("loss", value, 1000 + at, at) for at, value in enumerate([1.0, 0.5, -0.0, float("nan"), float("inf"), -float("inf")])]
    points += [Metric("huge/step", 1e300, 2**40, 2**62), Metric("huge/step", 5e-324, 1, -(2**62)), Metric("loss", 2.5, 999, 1)]
    client.log_batch(parent.info.run_id, metrics=points)
    mlflow.log_text("hello", "notes/a b.txt")
    mlflow.log_text("", "empty.txt")
    made = mlflow.pyfunc.log_model(name="doubling", python_model=Doubling(), registered_model_name="Reg", pip_requirements=[])
    dataset = MetaDataset(HTTPDatasetSource("http://example.com/y.csv"), name="data", digest="d1")
    mlflow.log_input(dataset, context="training", tags={"k": "v"})
    mlflow.log_metric("accuracy", 0.75, step=2, model_id=made.model_id)
    with mlflow.start_run(run_name="child", nested=True) as child:
        mlflow.log_metric("loss", 3)
        mlflow.log_input(dataset, context="validation")
        client.log_inputs(child.info.run_id, models=[LoggedModelInput(made.model_id)])
failed = client.create_run(experiment, run_name="failed", start_time=5)
client.set_terminated(failed.info.run_id, "FAILED", 9)
client.delete_run(failed.info.run_id)
running = client.create_run(experiment)

for _ in range(2):
    client.create_model_version("Reg", f"runs:/{parent.info.run_id}/notes", parent.info.run_id, description="a version")
client.delete_model_version("Reg", "3")
client.set_registered_model_alias("Reg", "champion", 1)
client.set_model_version_tag("Reg", "2", "checked", "yes")
client.update_registered_model("Reg", "described")
prompt = mlflow.genai.register_prompt("greeting", "Hello {{name}}", commit_message="first", tags={"tone": "kind"})
mlflow.genai.register_prompt("greeting", [{"role": "user", "content": "Hi {{name}}"}])
mlflow.genai.set_prompt_alias("greeting", "live", 1)


@mlflow.trace
def shout(word):
    return word.upper() + "!"


@mlflow.trace(span_type="LLM", attributes={"mlflow.llm.model": "gpt-4o", "mlflow.llm.provider": "openai"})
def answer(question):
    span = mlflow.get_current_active_span()
    span.set_attribute("mlflow.chat.tokenUsage", {"input_tokens": 3, "output_tokens": 4, "total_tokens": 7})
    mlflow.update_current_trace(metadata={"mlflow.trace.session": "S 1"}, tags={"k": "v"}, client_request_id="c1")
    mlflow.load_prompt("prompts:/greeting/1")
    return shout(question)


@mlflow.trace
def fail():
    raise ValueError("no")


with mlflow.start_run(run_id=running.info.run_id):
    answer("why ü?")
mlflow.flush_trace_async_logging()
traced = mlflow.get_last_active_trace_id()
try:
    fail()
except ValueError:
    pass
mlflow.flush_trace_async_logging()
broken = mlflow.get_last_active_trace_id()
time.sleep(1)
judged = mlflow.log_feedback(trace_id=traced, name="good", value="yes", rationale="it is", metadata={"m": "1"})
mlflow.override_feedback(trace_id=traced, assessment_id=judged.assessment_id, value=0.25)
mlflow.log_expectation(trace_id=traced, name="wanted", value={"a": [1, 2]})
mlflow.log_feedback(trace_id=broken, name="hm", error=ValueError("cannot judge"))

examples = mlflow.genai.datasets.create_dataset(name="examples", experiment_id=[experiment], tags={"a": "b"})
examples.merge_records([{"inputs": {"q": 1, "b": "ü"}, "expectations": {"e": 2}, "tags": {"z": "y"}}, {"inputs": {"q": 2}, "outputs": [1, "x"]}])
Guidelines(name="polite", guidelines="be polite", model="openai:/gpt-4o").register(name="polite")

print(
    json.dumps(
        {
            "experiments": [experiment, gone, "0"],
            "runs": [parent.info.run_id, child.info.run_id, failed.info.run_id, running.info.run_id],
            "models": [made.model_id],
            "traces": [traced, broken],
            "datasets": [examples.dataset_id],
        }
    )
)
