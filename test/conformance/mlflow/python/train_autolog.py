"""An ordinary training script: scikit-learn with autolog, nothing of ours in it but the last line's report."""

import json

import mlflow
from sklearn.datasets import load_iris
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

mlflow.set_experiment("iris")
mlflow.sklearn.autolog()

features, labels = load_iris(return_X_y=True, as_frame=True)
train_x, test_x, train_y, test_y = train_test_split(features, labels, random_state=7)

with mlflow.start_run(run_name="forest") as run:
    forest = RandomForestClassifier(n_estimators=10, max_depth=3, random_state=7)
    forest.fit(train_x, train_y)
    predicted = forest.predict(test_x)
    mlflow.log_metric("holdout_accuracy", accuracy_score(test_y, predicted))

run_id = run.info.run_id
finished = mlflow.get_run(run_id)
loaded = mlflow.sklearn.load_model(f"runs:/{run_id}/model")
client = mlflow.MlflowClient()


def files_below(path=None):
    for item in client.list_artifacts(run_id, path):
        if item.is_dir:
            yield from files_below(item.path)
        else:
            yield item.path


print(
    json.dumps(
        {
            "version": mlflow.__version__,
            "run_id": run_id,
            "status": finished.info.status,
            "params": finished.data.params,
            "metrics": finished.data.metrics,
            "tags": finished.data.tags,
            "datasets": [entry.dataset.name for entry in finished.inputs.dataset_inputs],
            "files": sorted(files_below()),
            "models": len(finished.outputs.model_outputs) if getattr(finished, "outputs", None) else None,
            "same_predictions": bool((loaded.predict(test_x) == predicted).all()),
            "accuracy": float(accuracy_score(test_y, predicted)),
        }
    )
)
