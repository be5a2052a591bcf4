"""Prompts as clients keep them: registered, loaded by version and alias, searched, tagged, deleted."""

import json

import mlflow
from mlflow import MlflowClient
from mlflow.exceptions import MlflowException

client = MlflowClient()
# 2.x has them beside everything else
api = mlflow.genai if hasattr(getattr(mlflow, "genai", None), "register_prompt") else mlflow
found = {}

first = api.register_prompt(name="greet", template="Hi {{name}}", commit_message="first", tags={"lang": "en"})
second = api.register_prompt(name="greet", template="Hello {{ name }}!")
api.set_prompt_alias("greet", alias="prod", version=1)
found["versions"] = [first.version, second.version]
found["loaded"] = {
    "version": api.load_prompt("prompts:/greet/2").template,
    "alias": api.load_prompt("prompts:/greet@prod").template,
    "format": api.load_prompt("prompts:/greet/1").format(name="Ann"),
    "message": api.load_prompt("prompts:/greet/1").commit_message,
}
found["models"] = [m.name for m in client.search_registered_models()]
if hasattr(api, "search_prompts"):
    found["search"] = [p.name for p in api.search_prompts()]
    found["search by name"] = [p.name for p in api.search_prompts(filter_string="name LIKE 'gr%'")]
if hasattr(api, "set_prompt_tag"):
    api.set_prompt_tag("greet", "team", "docs")
    found["tags"] = api.get_prompt_tags("greet") if hasattr(api, "get_prompt_tags") else None
    api.delete_prompt_tag("greet", "team")
if hasattr(api, "set_prompt_version_tag"):
    api.set_prompt_version_tag("greet", 2, "tone", "warm")
    found["version tags"] = api.load_prompt("prompts:/greet/2").tags.get("tone")
if hasattr(api, "load_prompt"):
    try:
        client.create_registered_model("greet")
    except MlflowException as error:
        found["taken"] = error.error_code
api.delete_prompt_alias("greet", "prod")
try:
    found["without alias"] = api.load_prompt("prompts:/greet@prod", allow_missing=True)
except Exception as error:
    found["without alias"] = type(error).__name__
if hasattr(client, "delete_prompt_version"):
    client.delete_prompt_version("greet", "1")
    client.delete_prompt_version("greet", "2")
    client.delete_prompt("greet")
    found["deleted"] = [p.name for p in api.search_prompts()]
print(json.dumps(found))
