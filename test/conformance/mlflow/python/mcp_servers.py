"""MCP servers through the client: published, given aliases, tags and an endpoint, searched and deleted."""

import json

import mlflow
from mlflow import genai

NAME = "com.example/weather"

for number in ("1.0.0", "1.1.0"):
    genai.register_mcp_server({"name": NAME, "version": number, "title": "Wetter ☀"}, status="active", tools=None)
genai.set_mcp_server_alias(NAME, "prod", "1.0.0")
genai.set_mcp_server_tag(NAME, "team", "ünï ✓")
genai.set_mcp_server_version_tag(NAME, "1.0.0", "checked", "yes")
endpoint = genai.create_mcp_access_endpoint(NAME, "https://mcp.example.com", server_alias="prod")
genai.update_mcp_server(NAME, description="of tomorrow")

server = genai.get_mcp_server(NAME)
by_alias = genai.get_mcp_server_version_by_alias(NAME, "prod")
found = {
    "server": [server.name, server.description, server.latest_version, server.tags],
    "alias": [by_alias.version, by_alias.server_json, by_alias.tags, by_alias.aliases],
    "latest": genai.get_latest_mcp_server_version(NAME).version,
    "endpoint": [endpoint.url, str(endpoint.transport_type), endpoint.server_alias],
    "servers": [one.name for one in genai.search_mcp_servers(filter_string="tags.team LIKE 'ü%'")],
    "versions": sorted(one.version for one in genai.search_mcp_server_versions(NAME)),
    "endpoints": [one.url for one in genai.search_mcp_access_endpoints(server_name=NAME)],
}
try:
    genai.delete_mcp_server(NAME)
except mlflow.MlflowException as error:
    found["refused"] = error.error_code
genai.delete_mcp_server_alias(NAME, "prod")
for number in ("1.0.0", "1.1.0"):
    genai.update_mcp_server_version(NAME, number, status="deprecated")
    genai.delete_mcp_server_version(NAME, number)
genai.delete_mcp_server(NAME)
found["left"] = [one.name for one in genai.search_mcp_servers()]
print(json.dumps(found))
