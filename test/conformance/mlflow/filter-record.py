"""Reads cases (JSON, one per line) and prints what MLflow's own parsers make of each.

A verdict is "refused" (400 INVALID_PARAMETER_VALUE), "crashed" (anything else, a 500 on the wire), or the meaning.
"""
import json
import sys

from mlflow.exceptions import MlflowException
from mlflow.protos.databricks_pb2 import INVALID_PARAMETER_VALUE, ErrorCode
from mlflow.store.tracking import sqlalchemy_store as store
from mlflow.utils.search_utils import SearchExperimentsUtils, SearchUtils
from sqlalchemy.orm import Session

STATUSES = ["FAILED", "FINISHED", "KILLED", "RUNNING", "SCHEDULED"]
session = Session()


def number(value):
    return {"int": str(value)} if isinstance(value, int) else {"float": repr(float(value))}


def run_clause(clause):
    kind, comparator, value = clause["type"], clause["comparator"].upper(), clause["value"]
    key = SearchUtils.translate_key_alias(clause["key"])
    if kind == "attribute" and key == "status":
        test = SearchUtils.get_comparison_func(comparator)
        return [kind, key, "IN", [name for name in STATUSES if test(name, value)]]
    if kind == "metric":
        value = number(float(value))
    elif isinstance(value, (int, float)):
        value = number(value)
    return [kind, key, comparator, value]


def run_filter(text):
    parsed = SearchUtils.parse_search_filter(text)
    store._get_sqlalchemy_filter_clauses(parsed, session, "postgresql")
    return [run_clause(clause) for clause in parsed]


def run_order(clauses):
    store._get_orderby_clauses(clauses, session)
    parsed = [SearchUtils.parse_order_by_for_search_runs(clause) for clause in clauses]
    return [[kind, SearchUtils.translate_key_alias(key), ascending] for kind, key, ascending in parsed]


def experiment_clause(clause):
    kind, key, comparator, value = (clause[name] for name in ("type", "key", "comparator", "value"))
    if key == "experiment_id" and kind == "attribute":
        negated = comparator in ("!=", "NOT IN")
        value = [str(int(one)) for one in (value if isinstance(value, tuple) else [value])]
        return [kind, key, "NOT IN" if negated else "IN", value]
    return [kind, key, comparator, number(value) if isinstance(value, (int, float)) else value]


def experiment_filter(text):
    parsed = SearchExperimentsUtils.parse_search_filter(text)
    store._get_search_experiments_filter_clauses(parsed, "postgresql")
    return [experiment_clause(clause) for clause in parsed]


def experiment_order(clauses):
    return [str(one).split(".")[1] for one in store._get_search_experiments_order_by_clauses(clauses)]


PARSERS = {
    "run filter": run_filter,
    "run order": run_order,
    "experiment filter": experiment_filter,
    "experiment order": experiment_order,
}


def verdict(case):
    try:
        return PARSERS[case["language"]](case["input"])
    except MlflowException as error:
        return "refused" if error.error_code == ErrorCode.Name(INVALID_PARAMETER_VALUE) else "crashed"
    except Exception:
        return "crashed"


for line in sys.stdin:
    case = json.loads(line)
    print(json.dumps({**case, "verdict": verdict(case)}, ensure_ascii=False))
