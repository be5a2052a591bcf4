import type { Dataset } from '../../src/model/dataset.ts';
import type {
  NumberTest,
  RunCondition,
  RunNumberField,
  RunOrder,
  RunQuery,
  RunTextField,
  TextTest,
} from '../../src/model/query.ts';
import type { Run, RunData } from '../../src/model/run.ts';

/** A run as the reference sees it. */
export interface KnownRun {
  run: Run;
  data: RunData;
  datasets: { dataset: Dataset; context: string | null }[];
}

function like(text: string, pattern: string, flags: string): boolean {
  const source = pattern.replace(/\\([^])|([^])/gu, (_, escaped?: string, plain = '') => {
    if (escaped === undefined && plain === '%') return '[^]*';
    if (escaped === undefined && plain === '_') return '[^]';
    return (escaped ?? plain).replace(/[\\^$.*+?()[\]{}|]/u, '\\$&');
  });
  return new RegExp(`^${source}$`, `u${flags}`).test(text);
}

/** Whether a text passes; one that is not there passes nothing but `is null`. */
export function passesText(value: string | null | undefined, test: TextTest): boolean {
  if (value === null || value === undefined) return test.operator === 'is null';
  switch (test.operator) {
    case '=':
      return value === test.value;
    case '!=':
      return value !== test.value;
    case 'like':
      return like(value, test.value, '');
    case 'ilike':
      return like(value, test.value, 'i');
    case 'in':
      return test.values.includes(value);
    case 'not in':
      return !test.values.includes(value);
    case 'is null':
      return false;
    case 'is not null':
      return true;
  }
}

function passesNumber(value: number | bigint | null | undefined, { operator, value: other }: NumberTest): boolean {
  if (value === null || value === undefined) return false;
  switch (operator) {
    case '=':
      // biome-ignore lint/suspicious/noDoubleEquals: a bigint is compared with a double by value
      return value == other;
    case '!=':
      // biome-ignore lint/suspicious/noDoubleEquals: see above
      return value != other;
    case '<':
      return value < other;
    case '<=':
      return value <= other;
    case '>':
      return value > other;
    case '>=':
      return value >= other;
  }
}

function fieldOf(run: Run, field: RunTextField | RunNumberField): string | bigint | null {
  return field === 'runId' ? run.id : run[field];
}

function passes({ run, data, datasets }: KnownRun, condition: RunCondition): boolean {
  switch (condition.on) {
    case 'text':
      return passesText(fieldOf(run, condition.field) as string | null, condition.test);
    case 'number':
      return passesNumber(run[condition.field], condition.test);
    case 'status':
      return condition.statuses.includes(run.status);
    case 'param':
      return passesText(data.params.find((one) => one.key === condition.key)?.value, condition.test);
    case 'tag':
      return passesText(data.tags.find((one) => one.key === condition.key)?.value, condition.test);
    case 'metric':
      return passesNumber(data.metrics.find((one) => one.key === condition.key)?.value, condition.test);
    case 'dataset':
      return datasets.some(({ dataset, context }) =>
        passesText(condition.field === 'context' ? context : dataset[condition.field], condition.test),
      );
  }
}

/** What a run is sorted by: first by whether it has the thing, then by the thing. */
function sortValue({ run, data }: KnownRun, order: RunOrder): [number, string | number | bigint] {
  if (order.on === 'status') return [0, order.groups.findIndex((group) => group.includes(run.status))];
  const value =
    order.on === 'field'
      ? fieldOf(run, order.field)
      : (order.on === 'metric' ? data.metrics : order.on === 'param' ? data.params : data.tags).find(
          (one) => one.key === order.key,
        )?.value;
  if (value === null || value === undefined) return [2, 0];
  return Number.isNaN(value) ? [1, 0] : [0, value];
}

function compareBy(left: KnownRun, right: KnownRun, order: RunOrder): number {
  const [[leftRank, leftValue], [rightRank, rightValue]] = [sortValue(left, order), sortValue(right, order)];
  if (leftRank !== rightRank) return leftRank - rightRank;
  if (leftValue === rightValue) return 0;
  // text is ordered by code point, which is the order of its bytes
  const isBefore =
    typeof leftValue === 'string' || typeof rightValue === 'string'
      ? Buffer.compare(Buffer.from(String(leftValue)), Buffer.from(String(rightValue))) < 0
      : leftValue < rightValue;
  return isBefore === order.descending ? 1 : -1;
}

/** Ids of the runs a query finds, in order, worked out one run at a time. */
export function searchByHand(runs: readonly KnownRun[], query: RunQuery): string[] {
  const order: RunOrder[] = [
    ...query.order,
    { on: 'field', field: 'startedMs', descending: true },
    { on: 'field', field: 'runId', descending: false },
  ];
  return runs
    .filter(({ run }) => query.experimentIds.includes(run.experimentId))
    .filter(({ run }) => query.view === 'all' || run.archived === (query.view === 'archived'))
    .filter((run) => query.conditions.every((condition) => passes(run, condition)))
    .sort((left, right) => order.reduce((result, one) => result || compareBy(left, right, one), 0))
    .map(({ run }) => run.id);
}
