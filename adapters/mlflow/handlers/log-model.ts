import type { operations } from '../../../openapi/generated/mlflow.ts';
import type { Handler } from '../../../src/http/door.ts';
import { BridgeError, invalid, show } from '../../../src/model/errors.ts';
import { changeTag } from '../../../src/tracking/change-tag.ts';
import { toRunId } from '../map/ids.ts';
import { isJsonObject, type JsonObject, parseSpelledJson, writePythonJson } from '../wire/python-json.ts';

/** The run tag that lists the models a 2.x client logged. */
const HISTORY_TAG = 'mlflow.log-model.history';

const REQUIRED = ['artifact_path', 'flavors', 'utc_time_created', 'run_id'];

function readModel(text: string): JsonObject {
  let model: unknown;
  try {
    model = parseSpelledJson(text);
  } catch (error) {
    throw invalid('model_json', `The field model_json ${show(text)} is not valid JSON.`, error);
  }
  if (!isJsonObject(model)) throw invalid('model_json', `The field model_json must hold a JSON object, not ${show(text)}.`);
  const missing = REQUIRED.filter((field) => !Object.hasOwn(model, field));
  if (missing.length > 0) throw invalid('model_json', `The field model_json ${show(text)} lacks ${missing.join(', ')}.`);
  return model;
}

/** Flavors without their `config`, which may be long. */
function withoutConfig(flavors: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(flavors).map(([name, flavor]) => {
      if (!isJsonObject(flavor)) return [name, flavor];
      const { config: _, ...rest } = flavor;
      return [name, rest];
    }),
  );
}

/**
 * What of a model the history keeps.
 * @see MLflow 3.17.2, the tags form of its Model
 */
function toHistoryEntry(model: JsonObject, now: Date): JsonObject {
  const { run_id, artifact_path, utc_time_created, model_uuid = null, flavors } = model;
  if (!isJsonObject(flavors)) throw invalid('flavors', `The flavors of a model must be a JSON object, not ${show(flavors)}.`);
  return {
    ...(run_id === null ? {} : { run_id }),
    ...(artifact_path === null ? {} : { artifact_path }),
    utc_time_created: utc_time_created || now.toISOString().replace('T', ' ').replace('Z', '000'),
    model_uuid,
    flavors: withoutConfig(flavors),
  };
}

function append(history: string | undefined, entry: JsonObject): string {
  if (history === undefined) return writePythonJson([entry]);
  let entries: unknown;
  try {
    entries = parseSpelledJson(history);
  } catch {
    entries = undefined;
  }
  if (!Array.isArray(entries)) {
    throw new BridgeError('wrong_state', `The tag ${HISTORY_TAG} of the run is ${show(history)} and not a JSON list to add to.`);
  }
  return writePythonJson([...entries, entry]);
}

export const logModel: Handler<operations['logModel']> = async ({ body }, context) => {
  const entry = toHistoryEntry(readModel(body.model_json ?? ''), context.now());
  await changeTag(context, toRunId(body.run_id), HISTORY_TAG, (history) => append(history, entry));
  return {};
};
