/** Arrays that have no order of their own: the original hands them out as its database happens to. */
const unordered = new Set([
  'tags',
  'params',
  'data.metrics',
  'dataset_summaries',
  'records',
  'request_metadata',
  'dataset_inputs',
]);

/** Texts that are JSON themselves. */
const jsonTexts = new Set(['tags', 'records']);

/** Keys of users, roles and what roles give, which each server counts by itself. */
const numbers = new Set(['id', 'user_id', 'role_id']);

const DAY_MS = 86_400_000;

/** Parses JSON without rounding: an integer a double cannot hold becomes the text of its digits behind a `#`. */
export function parseExactly(text: string): unknown {
  if (text === '') return '';
  // the original writes bare NaN in one answer
  const valid = text.replace(/"(?:[^"\\]|\\.)*"|:\s*(-?Infinity|NaN)\b/g, (all, bare?: string) =>
    bare ? `: "bare ${bare}"` : all,
  );
  return JSON.parse(valid, ((_key: string, value: unknown, context?: { source?: string }) => {
    const source = context?.source ?? '';
    return typeof value === 'number' && /^-?\d+$/.test(source) && !Number.isSafeInteger(value) ? `#${source}` : value;
  }) as (key: string, value: unknown) => unknown);
}

/**
 * Takes out of a JSON answer what two right servers may do differently: ids (each kept value becomes its name), times of now,
 * generated names, page tokens, the sentence of an error, the order of sets.
 */
export function normalise(value: unknown, kept: ReadonlyMap<string, string>): unknown {
  return walk(value, '', '', kept);
}

function walk(value: unknown, key: string, parent: string, kept: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => walk(item, key, parent, kept));
    return unordered.has(key) || unordered.has(`${parent}.${key}`) ? items.sort(byText) : items;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([name]) => name !== 'message');
    return Object.fromEntries(entries.map(([name, item]) => [name, walk(item, name, key, kept)]));
  }
  if (typeof value === 'number' && numbers.has(key)) return '<number>';
  if (typeof value === 'number' && key === 'experiment_id') return nameExperiment(String(value), kept);
  // logarithms of different libraries differ in their last digits
  if (typeof value === 'number' && key.startsWith('npmi')) return Number(value.toFixed(12));
  if (typeof value === 'number') return Math.abs(value - Date.now()) < DAY_MS ? '<now>' : value;
  if (typeof value !== 'string') return value;
  // sentences of GraphQL
  if (key === 'errors') return '<sentence>';
  if (jsonTexts.has(key) && /^[[{]/.test(value)) return walk(parseExactly(value), key, parent, kept);
  // made of the time
  if (key === 'digest' && /^[0-9a-f]{8}$/.test(value)) return '<digest>';
  if (key === 'next_page_token' && value !== '') return '<token>';
  if (key === 'experiment_id') return nameExperiment(value, kept);
  return nameIds(value, kept).replace(/^(mlflow-artifacts:\/)\d{3,}/, '$1<experiment>');
}

/** An experiment that the case did not make is any. */
function nameExperiment(id: string, kept: ReadonlyMap<string, string>): string {
  return nameIds(id, kept).replace(/^\d{3,}$/, '<experiment>');
}

function nameIds(text: string, kept: ReadonlyMap<string, string>): string {
  let named = text;
  for (const [name, id] of kept) {
    if (id === '') continue;
    if (named === id) named = `$${name}`;
    // short ids (numbers) are replaced as whole path segments only
    else
      named =
        id.length >= 8
          ? named.replaceAll(id, `$${name}`)
          : named
              .split('/')
              .map((part) => (part === id ? `$${name}` : part))
              .join('/');
  }
  return named
    .replace(/\b[0-9a-f]{32}\b/g, '<id>')
    .replace(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/, (time) => (Math.abs(Date.parse(time) - Date.now()) < DAY_MS ? '<now>' : time))
    .replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '<id>')
    .replace(/^__user_\d+__$/, '__user_<number>__')
    .replace(/^[a-z]+-[a-z]+-\d{1,3}$/, '<generated name>')
    .replace(/^\d{13}$/, (digits) => (Math.abs(Number(digits) - Date.now()) < DAY_MS ? '<now>' : digits));
}

function byText(one: unknown, other: unknown): number {
  const [left, right] = [JSON.stringify(one), JSON.stringify(other)];
  return left < right ? -1 : left > right ? 1 : 0;
}
