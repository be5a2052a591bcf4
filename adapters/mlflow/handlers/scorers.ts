import type { operations } from '../../../openapi/generated/mlflow.ts';
import * as evaluation from '../../../src/evaluation/scorers.ts';
import type { Handler } from '../../../src/http/door.ts';
import { invalid } from '../../../src/model/errors.ts';
import { parseTraceFilter } from '../filter/trace-filter.ts';
import { toExperimentId } from '../map/ids.ts';
import { toListedScorer, toOnlineScoringConfig, toScorerDefinition, toWireScorer } from '../map/scorer.ts';
import { writeJson } from '../wire/json.ts';
import { jsonReply } from '../wire/json-reply.ts';

function toScorerName(message: { experiment_id?: string; name?: string }): evaluation.ScorerName {
  return { experimentId: toExperimentId(message.experiment_id), name: message.name ?? '' };
}

export const registerScorer: Handler<operations['registerScorer']> = async ({ body }, context) => {
  const definition = toScorerDefinition(body);
  const experimentId = toExperimentId(body.experiment_id);
  const scorer = await evaluation.registerScorer(context, { experimentId, ...definition });
  return {
    version: BigInt(scorer.version),
    scorer_id: scorer.scorerId,
    experiment_id: scorer.experimentId.toString(),
    name: scorer.name,
    serialized_scorer: scorer.definition,
    creation_time: scorer.createdMs,
  };
};

/** Scorers of one experiment, of several, or, when none is named, of all. */
export const listScorers: Handler<operations['listScorers']> = async ({ query }, context) => {
  const { experiment_id, experiment_ids } = query;
  if (experiment_id && experiment_ids) {
    throw invalid('experiment_ids', 'Only one of the fields experiment_id and experiment_ids can be given.');
  }
  const scorers = experiment_id
    ? await evaluation.listScorersOf(context, toExperimentId(experiment_id))
    : await evaluation.listScorers(context, experiment_ids?.map(toExperimentId));
  return { scorers: scorers.map(toListedScorer) };
};

export const listScorerVersions: Handler<operations['listScorerVersions']> = async ({ query }, context) => ({
  scorers: (await evaluation.getScorerVersions(context, toScorerName(query))).map(toListedScorer),
});

export const getScorer: Handler<operations['getScorer']> = async ({ query }, context) => ({
  scorer: toWireScorer(await evaluation.getScorer(context, toScorerName(query), query.version ?? null)),
});

export const deleteScorer: Handler<operations['deleteScorer']> = async ({ body }, context) => {
  await evaluation.deleteScorer(context, toScorerName(body), body.version ?? null);
  return {};
};

export const upsertOnlineScoringConfig: Handler<operations['upsertOnlineScoringConfig']> = async ({ body }, context) => {
  const { sample_rate = Number.NaN, filter_string } = body;
  if (!(sample_rate >= 0 && sample_rate <= 1)) {
    throw invalid('sample_rate', `The field sample_rate must be between 0 and 1, not ${sample_rate}.`);
  }
  // only to refuse what could not be searched by later
  if (filter_string) parseTraceFilter(filter_string);
  const config = await evaluation.setOnlineScoring(context, toScorerName(body), {
    sampleRate: sample_rate,
    filter: filter_string ?? null,
  });
  return { config: toOnlineScoringConfig(config) };
};

/** The original writes this answer as plain JSON: a list without items is shown. */
export const getOnlineScoringConfigs: Handler<operations['getOnlineScoringConfigs']> = async ({ query }, context) => {
  const configs = await evaluation.getOnlineScoring(context, query.scorer_ids ?? []);
  const items = configs.map((config) => writeJson(toOnlineScoringConfig(config))).join(',');
  return jsonReply(`{"configs":[${items}]}`);
};
