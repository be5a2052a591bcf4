import type { components } from '../../../openapi/generated/mlflow.ts';
import { invalid, notFound, show } from '../../../src/model/errors.ts';
import type { OnlineScoring, ScorerVersion } from '../../../src/model/scorer.ts';
import { isJsonObject, type JsonObject, parsePythonJson, writePythonJson } from '../wire/python-json.ts';
import { readJsonObjectText } from './json-text.ts';
import { checkLength } from './limits.ts';

type Wire = components['schemas'];

const FIELD = 'serialized_scorer';
/** Length of the original's column. @see MLflow 3.17.2, table scorers */
const MAX_NAME = 256;

/** Options that choose the host a scorer talks to. @see MLflow 3.17.2, validation of third-party scorers */
const destinations = ['api_base', 'base_url', 'custom_llm_provider', 'fallbacks', 'model_list'];

/** Every object in a value, itself included. */
function* objectsIn(value: unknown): Generator<JsonObject> {
  if (isJsonObject(value)) {
    yield value;
    for (const field of Object.values(value)) yield* objectsIn(field);
  } else if (Array.isArray(value)) for (const item of value) yield* objectsIn(item);
}

/** Every pair in a value, which Python takes for a field of an object. */
function* pairsIn(value: unknown): Generator<unknown> {
  if (isJsonObject(value)) for (const field of Object.values(value)) yield* pairsIn(field);
  if (!Array.isArray(value)) return;
  for (const item of value) {
    if (Array.isArray(item) && item.length === 2) yield item[0];
    yield* pairsIn(item);
  }
}

/** @throws invalid for what would run as code, or send requests elsewhere, when a client makes a scorer of it */
function refuseHarm(scorer: JsonObject): void {
  for (const object of objectsIn(scorer)) {
    if (object['call_source'] !== undefined && object['call_source'] !== null) {
      throw invalid(
        FIELD,
        `The ${FIELD} has a call_source: scorers that bring code of their own are not kept here, because whoever loads them runs it.`,
      );
    }
    const kwargs = isJsonObject(object['third_party_scorer_data']) ? object['third_party_scorer_data']['kwargs'] : null;
    if (kwargs === undefined || kwargs === null) continue;
    if (!isJsonObject(kwargs)) {
      throw invalid(FIELD, `The kwargs of the third_party_scorer_data must be a JSON object, not ${show(kwargs)}.`);
    }
    const named = new Set([...[...objectsIn(kwargs)].flatMap(Object.keys), ...pairsIn(kwargs)]);
    const found = destinations.filter((name) => named.has(name));
    if (found.length > 0) {
      throw invalid(FIELD, `The kwargs of the third_party_scorer_data must not have ${found.join(', ')}: they choose a host.`);
    }
  }
}

/** The first of some fields that Python does not take for empty. */
function partOf(scorer: JsonObject, names: readonly string[]): [name: string, part: JsonObject] | undefined {
  for (const name of names) {
    const part = scorer[name];
    if (part === undefined || part === null || part === false || part === '') continue;
    if (!isJsonObject(part)) throw invalid(FIELD, `The ${name} of the ${FIELD} must be a JSON object, not ${show(part)}.`);
    if (Object.keys(part).length > 0) return [name, part];
  }
  return undefined;
}

const parts = [
  'instructions_judge_pydantic_data',
  'builtin_scorer_pydantic_data',
  'memory_augmented_judge_data',
  'third_party_scorer_data',
];

/** The model a scorer asks, where it names one. */
function modelOf(scorer: JsonObject): unknown {
  const [name, part] = partOf(scorer, parts) ?? [];
  if (!part) return null;
  if (name !== 'memory_augmented_judge_data') return part['model'] ?? null;
  const judge = part['base_judge'] ?? {};
  if (isJsonObject(judge)) return modelOf(judge);
  throw invalid(FIELD, `The base_judge of the ${FIELD} must be a JSON object, not ${show(judge)}.`);
}

/** @throws invalid; not_found for a model of a gateway, of which this server has none */
function checkModel(scorer: JsonObject): void {
  const model = modelOf(scorer);
  if (model === null) return;
  if (typeof model !== 'string' || model.trim() === '') {
    throw invalid(FIELD, `The model of the ${FIELD} must be a text that is not empty, not ${show(model)}.`);
  }
  const endpoint = /^gateway:\/+([^/].*)$/s.exec(model)?.[1];
  if (endpoint !== undefined) throw notFound('gateway endpoint', endpoint);
}

/** What a client registers: a name and a definition that holds no code. @throws invalid */
export function toScorerDefinition(body: Wire['RegisterScorer']): { name: string; definition: string } {
  const { name = '', serialized_scorer = '' } = body;
  const scorer = readJsonObjectText(FIELD, serialized_scorer);
  refuseHarm(scorer);
  if (name.trim() === '') throw invalid('name', `The scorer name ${show(name)} is empty.`);
  checkLength('scorer name', name, MAX_NAME);
  checkModel(scorer);
  return { name, definition: serialized_scorer };
}

/** A version as MLflow shows it. */
export function toWireScorer(scorer: ScorerVersion): Wire['Scorer'] {
  return {
    experiment_id: scorer.experimentId,
    scorer_name: scorer.name,
    scorer_version: BigInt(scorer.version),
    serialized_scorer: scorer.definition,
    creation_time: scorer.createdMs,
    scorer_id: scorer.scorerId,
  };
}

/** A version as MLflow shows it in lists, in which it writes definitions anew. */
export function toListedScorer(scorer: ScorerVersion): Wire['Scorer'] {
  return { ...toWireScorer(scorer), serialized_scorer: writePythonJson(parsePythonJson(scorer.definition)) };
}

/** What is set about scoring online as MLflow shows it. */
export function toOnlineScoringConfig(config: OnlineScoring): Wire['OnlineScoringConfig'] {
  return {
    online_scoring_config_id: config.id,
    scorer_id: config.scorerId,
    sample_rate: config.sampleRate,
    experiment_id: config.experimentId.toString(),
    filter_string: config.filter ?? undefined,
  };
}
