/** A task as `tasks.get_all` shows it, as far as queries of the tests name it. */
export interface Shown {
  id: string;
  name: string;
  comment?: string;
  type: string;
  tags: string[];
  system_tags: string[];
  parent?: string;
  created: string;
  last_iteration: number;
  active_duration?: number;
  hyperparams: Record<string, Record<string, { value: string }>>;
}

export type Body = Record<string, unknown>;

const getters: Readonly<Record<string, (task: Shown) => string | string[] | number | undefined>> = {
  id: (task) => task.id,
  name: (task) => task.name,
  comment: (task) => task.comment,
  type: (task) => task.type,
  tags: (task) => task.tags,
  system_tags: (task) => task.system_tags,
  parent: (task) => task.parent,
  created: (task) => task.created,
  last_iteration: (task) => task.last_iteration,
  'hyperparams.Args.lr.value': (task) => task.hyperparams['Args']?.['lr']?.value,
};

function valueOf(task: Shown, path: string): string | string[] | number | undefined {
  const getter = getters[path];
  if (!getter) throw new Error(`no getter for ${path}`);
  return getter(task);
}

function isMissing(value: string | string[] | number | undefined): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function has(value: string | string[] | number | undefined, wanted: string | null): boolean {
  if (wanted === null) return isMissing(value);
  return Array.isArray(value) ? value.includes(wanted) : value === wanted;
}

/** A list filter, value by value: groups between operators, the first operator joins them. */
function passesList(value: string | string[] | number | undefined, list: readonly (string | null)[]): boolean {
  const words: Record<string, 'any' | 'all'> = { __$or: 'any', __$any: 'any', __$and: 'all', __$all: 'all' };
  const groups: { operator?: 'any' | 'all'; passed: boolean[]; wanted: boolean[]; excluded: boolean[] }[] = [];
  let group: (typeof groups)[number] = { passed: [], wanted: [], excluded: [] };
  groups.push(group);
  let isNegated = false;
  let usesOperators = false;
  for (const item of list) {
    if (item?.startsWith('__$')) {
      usesOperators = true;
      isNegated = item === '__$not';
      if (isNegated) continue;
      group = { operator: words[item], passed: [], wanted: [], excluded: [] };
      groups.push(group);
      continue;
    }
    const isMinus = !usesOperators && item !== null && item.length > 1 && item.startsWith('-');
    const found = has(value, isMinus ? item.slice(1) : item);
    if (isMinus || isNegated) group.excluded.push(found);
    else group.wanted.push(found);
    isNegated = false;
  }
  const results = groups
    .filter(({ wanted, excluded }) => wanted.length + excluded.length > 0)
    .map(({ operator, wanted, excluded }) => {
      const none = excluded.map((found) => !found);
      if (operator === 'any') return [...wanted, ...none].some(Boolean);
      if (operator === 'all') return [...wanted, ...none].every(Boolean);
      return (wanted.length === 0 || wanted.some(Boolean)) && none.every(Boolean);
    });
  const first = groups.find(({ operator }) => operator !== undefined)?.operator ?? 'all';
  return results.length === 0 || (first === 'all' ? results.every(Boolean) : results.some(Boolean));
}

function matches(task: Shown, path: string, pattern: string, flags: string): boolean {
  const value = valueOf(task, path);
  const texts = Array.isArray(value) ? value : value === undefined ? [] : [String(value)];
  return texts.some((text) => new RegExp(pattern, flags).test(text));
}

function passesRange(value: string | number | undefined, [least, most]: readonly (string | number | null)[]): boolean {
  const numbers = [value, least, most].map((one) => (typeof one === 'string' ? Date.parse(one) : one));
  const [number, low, high] = numbers;
  if (number === undefined || number === null) return low === null && high !== null;
  return (low === null || low === undefined || number >= low) && (high === null || high === undefined || number <= high);
}

function passes(task: Shown, name: string, given: unknown): boolean {
  switch (name) {
    case 'name':
    case 'comment':
      return matches(task, name, given as string, '');
    case 'created':
    case 'last_iteration':
      return passesRange(valueOf(task, name) as string | number | undefined, given as (string | number | null)[]);
    case '_any_':
    case '_all_': {
      const { fields, pattern } = given as { fields: string[]; pattern: string };
      const found = fields.map((field) => matches(task, field, pattern, 'i'));
      return name === '_any_' ? found.some(Boolean) : found.every(Boolean);
    }
    default:
      return passesList(valueOf(task, name), Array.isArray(given) ? given : [given as string]);
  }
}

function compareValues(a: Shown, b: Shown, order: string): number {
  const path = order.replace(/^-/, '');
  const sign = order.startsWith('-') ? -1 : 1;
  const [x, y] = [valueOf(a, path), valueOf(b, path)];
  if (isMissing(x) || isMissing(y)) return Number(isMissing(x)) - Number(isMissing(y));
  if (path.startsWith('hyperparams')) {
    const [m, n] = [Number(x), Number(y)];
    const rank = Number(Number.isNaN(m)) - Number(Number.isNaN(n));
    if (rank !== 0) return rank;
    if (!Number.isNaN(m) && m !== n) return sign * (m - n);
  }
  const [s, t] = [String(x), String(y)];
  if (typeof x === 'number' && typeof y === 'number') return sign * (x - y);
  return s === t ? 0 : sign * (s < t ? -1 : 1);
}

/** Ids of the tasks a body asks for, by hand. @param tasks in the order they were made */
export function queryByHand(tasks: readonly Shown[], { order_by = [], page = 0, page_size = 500, ...filters }: Body): string[] {
  const found = tasks.filter((task) => Object.entries(filters).every(([name, given]) => passes(task, name, given)));
  const orders = order_by as string[];
  const sorted = found
    .map((task) => ({ task, place: tasks.indexOf(task) }))
    .sort((a, b) => {
      for (const order of orders) {
        const difference = compareValues(a.task, b.task, order);
        if (difference !== 0) return difference;
      }
      return orders.length === 0 ? a.place - b.place : a.task.id < b.task.id ? -1 : 1;
    });
  const start = (page as number) * (page_size as number);
  return sorted.slice(start, start + (page_size as number)).map(({ task }) => task.id);
}
