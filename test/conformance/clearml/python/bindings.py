"""Libraries the SDK hooks into: what they write by themselves is recorded without a call of ours."""

import json
from pathlib import Path

import joblib
import matplotlib.pyplot as plt
from clearml import Task
from sklearn.linear_model import LinearRegression
from tensorboardX import SummaryWriter

task = Task.init(project_name="rings/bindings", task_name="bound", output_uri=True, auto_resource_monitoring=False)
writer = SummaryWriter(logdir="board")
for step in range(5):
    writer.add_scalar("train/loss", 1 / (step + 1), step)
writer.add_histogram("weights", [1.0, 2.0, 3.0], 1)
writer.add_text("told", "a text", 1)
writer.close()
plt.plot([1, 2, 3])
plt.title("shown")
plt.show()
joblib.dump(LinearRegression().fit([[0], [1]], [0, 1]), "line.joblib")
task.flush(wait_for_uploads=True)
task_id = task.id
task.close()
read = Task.get_task(task_id=task_id)
models = read.models["output"]
loaded = joblib.load(models[0].get_weights())
print(
    json.dumps(
        {
            "scalars": {title: series for title, series in read.get_reported_scalars().items() if not title.startswith(":")},
            "plots": sorted({each["metric"] for each in read.get_reported_plots(max_iterations=2)}),
            "models": [each.name for each in models],
            "framework": models[0].framework,
            "predicts": float(loaded.predict([[3]])[0]),
            "files": sorted(path.name for path in Path(".").glob("*.joblib")),
        }
    )
)
