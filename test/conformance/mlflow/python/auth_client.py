"""MLflow's client for users and rights, without the server beside it in the package, which needs more to be installed."""

import os
import sys
import types

import mlflow.server

package = types.ModuleType("mlflow.server.auth")
package.__path__ = [os.path.join(os.path.dirname(mlflow.server.__file__), "auth")]
sys.modules["mlflow.server.auth"] = package

from mlflow.server.auth.client import AuthServiceClient  # noqa: E402, F401
