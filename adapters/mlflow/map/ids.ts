import { invalid, show } from '../../../src/model/errors.ts';

const MAX_INT64 = 2n ** 63n - 1n;

/** An experiment id: decimal digits in a text. @throws invalid */
export function toExperimentId(text: string | undefined): bigint {
  if (text === undefined || !/^[+-]?\d+$/.test(text.trim())) {
    throw invalid('experiment_id', `The experiment_id ${show(text ?? null)} is not a whole number.`);
  }
  const id = BigInt(text.trim());
  if (id > MAX_INT64 || id < -MAX_INT64) throw invalid('experiment_id', `The experiment_id ${show(text)} is too large.`);
  return id;
}

/** A run id, which the reader has found to be there. Whatever its characters, a run that does not exist is not found. @throws invalid */
export function toRunId(text: string | undefined): string {
  if (!text) throw invalid('run_id', 'The field run_id is required.');
  return text;
}

/** Form of the ids of runs. */
const RUN_ID = /^[a-zA-Z0-9][\w-]{0,255}$/;

/** A run id where its form is looked at before the run is looked for. @throws invalid for characters no run id has */
export function toWellFormedRunId(text: string | undefined): string {
  if (text === undefined || !RUN_ID.test(text)) {
    throw invalid('run_id', `The run_id ${show(text ?? null)} is not the id of a run.`);
  }
  return text;
}
