"""Logs one of everything that MLflow's own pages show, and prints the ids."""
import json

import mlflow
import pandas as pd
from mlflow import MlflowClient


class Echo(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input: list[str]) -> list[str]:
        return model_input


@mlflow.trace(span_type="TOOL")
def look_up(question):
    return {"found": f"entry for {question}"}


@mlflow.trace(span_type="CHAIN")
def answer(question):
    return look_up(question)["found"]


def log_run(name, rate):
    with mlflow.start_run(run_name=name) as run:
        mlflow.log_params({"rate": rate, "optimizer": f"adamw of {name}"})
        for step in range(20):
            mlflow.log_metric("loss", rate + 1 / (step + 1), step=step)
        mlflow.log_metric("accuracy", 0.87654, step=3)
        mlflow.set_tag("team", "blue")
        mlflow.log_text("text in the file 4711", "notes/hello.txt")
        mlflow.log_text("<html><body><h1>heading in the file 4712</h1></body></html>", "page.html")
        mlflow.log_input(mlflow.data.from_pandas(pd.DataFrame({"a": [1, 2]}), name="train-set"), context="training")
        return run.info.run_id


experiment = mlflow.set_experiment("seen in pages").experiment_id
runs = [log_run("first run", 0.1), log_run("second run", 0.25)]

with mlflow.start_run(run_id=runs[0]):
    model = mlflow.pyfunc.log_model(
        name="echo", python_model=Echo(), input_example=["a"], registered_model_name="echo of pages"
    )
client = MlflowClient()
client.set_registered_model_alias("echo of pages", "champion", 1)
client.update_model_version("echo of pages", 1, "words about the version")

mlflow.genai.register_prompt(name="prompt-of-pages", template="Say {{thing}} kindly", commit_message="first words")

answer("life")
mlflow.flush_trace_async_logging()
trace = mlflow.get_last_active_trace_id()
mlflow.log_feedback(trace_id=trace, name="helpful", value=True, rationale="it told all")

dataset = mlflow.genai.datasets.create_dataset(name="questions of pages", experiment_id=[experiment])
dataset.merge_records([{"inputs": {"question": "what is it"}, "expectations": {"answer": "it is that"}}])

print(json.dumps({"experiment": experiment, "runs": runs, "model": model.model_id, "trace": trace}))
