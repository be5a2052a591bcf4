"""Webhooks as clients keep them, and everything a webhook is told of."""

import json
import os

import mlflow
from mlflow import MlflowClient
from mlflow.exceptions import MlflowException

client = MlflowClient()
found = {}

hook = client.create_webhook(
    name="all",
    url=os.environ["RECEIVER"],
    events=[
        "registered_model.created",
        "model_version.created",
        "model_version_tag.set",
        "model_version_tag.deleted",
        "model_version_alias.created",
        "model_version_alias.deleted",
        "prompt.created",
        "prompt_version.created",
        "prompt_tag.set",
        "prompt_tag.deleted",
        "prompt_version_tag.set",
        "prompt_version_tag.deleted",
        "prompt_alias.created",
        "prompt_alias.deleted",
    ],
    description="told everything",
    secret="a secret of this test",
)
found["created"] = [hook.name, hook.description, str(hook.status), hook.secret]
found["events"] = sorted(str(event) for event in client.get_webhook(hook.webhook_id).events)

test = client.test_webhook(hook.webhook_id)
found["test"] = [test.success, test.response_status, test.error_message]
test = client.test_webhook(hook.webhook_id, event="prompt_alias.created")
found["test of an event"] = [test.success, test.response_status]

# a webhook that hears of nothing, being switched off
off = client.create_webhook("off", os.environ["RECEIVER"] + "/off", ["prompt.created", "registered_model.created"], "to be changed")
client.update_webhook(off.webhook_id, name="still-off", status="DISABLED", events=["registered_model.created"])
changed = client.get_webhook(off.webhook_id)
found["changed"] = [changed.name, str(changed.status), [str(event) for event in changed.events], changed.description]
found["listed"] = [each.name for each in client.list_webhooks(max_results=10)]

client.create_registered_model("forest", tags={"team": "vision", "ü": "ö"}, description="trees")
client.create_registered_model("bare")
run = client.create_run("0")
version = client.create_model_version(
    "forest", "mlflow-artifacts:/0/%s/artifacts/model" % run.info.run_id, run.info.run_id, tags={"k": "v"}, description="first"
)
client.create_model_version("bare", "s3://bucket/model")
client.set_model_version_tag("forest", "1", "stage", "trial")
client.delete_model_version_tag("forest", "1", "stage")
client.set_registered_model_tag("forest", "unheard", "x")
client.delete_registered_model_tag("forest", "unheard")
client.set_registered_model_alias("forest", "champion", "1")
client.delete_registered_model_alias("forest", "champion")

prompts = mlflow.genai
prompts.register_prompt(name="greet", template="Hi {{name}} ü", commit_message="first", tags={"lang": "en"})
prompts.register_prompt(name="greet", template="Hello {{name}}")
client.set_prompt_tag("greet", "team", "docs")
client.delete_prompt_tag("greet", "team")
client.set_prompt_version_tag("greet", "1", "tone", "warm")
client.delete_prompt_version_tag("greet", "1", "tone")
prompts.set_prompt_alias("greet", "prod", 1)
prompts.delete_prompt_alias("greet", "prod")

client.delete_webhook(off.webhook_id)
try:
    client.get_webhook(off.webhook_id)
except MlflowException as error:
    found["deleted"] = error.error_code
found["run"] = run.info.run_id
print(json.dumps(found))
