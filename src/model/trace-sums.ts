import { type Cost, costKinds, type Span, type TokenUsage } from './trace.ts';

/** What of a span matters for the sums of its trace. */
export type SummedSpan = Pick<Span, 'id' | 'parentId' | 'usage' | 'cost'>;

/**
 * Spans that report something, without those below another one that does: whoever reports for a whole branch has counted what is
 * in it already. A span whose parent is not there is a root.
 */
function topmost<Value>(spans: readonly SummedSpan[], valueOf: (span: SummedSpan) => Value | null): Value[] {
  const ids = new Set(spans.map(({ id }) => id));
  const children = new Map<string, SummedSpan[]>();
  const open: SummedSpan[] = [];
  for (const span of spans) {
    const { parentId } = span;
    if (parentId === null || !ids.has(parentId)) open.push(span);
    else {
      const siblings = children.get(parentId);
      if (siblings) siblings.push(span);
      else children.set(parentId, [span]);
    }
  }
  const values: Value[] = [];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const value = valueOf(span);
    if (value !== null) values.push(value);
    else for (const child of children.get(span.id) ?? []) open.push(child);
  }
  return values;
}

/** Tokens of a trace by its spans, each span once; undefined when none reports any. Kinds of the cache are there only if reported. */
export function sumUsage(spans: readonly SummedSpan[]): TokenUsage | undefined {
  const values = topmost(spans, ({ usage }) => usage);
  if (values.length === 0) return undefined;
  const sum: TokenUsage = { input: 0n, output: 0n, total: 0n };
  for (const usage of values) {
    for (const kind of ['input', 'output', 'total', 'cacheRead', 'cacheCreation'] as const) {
      const count = usage[kind];
      if (count !== undefined) sum[kind] = BigInt.asIntN(64, (sum[kind] ?? 0n) + count);
    }
  }
  return sum;
}

/** Cost of a trace by its spans, each span once; undefined when none reports any. */
export function sumCost(spans: readonly SummedSpan[]): Cost | undefined {
  const values = topmost(spans, ({ cost }) => cost);
  if (values.length === 0) return undefined;
  const sum = { input: 0, output: 0, total: 0 };
  for (const cost of values) for (const kind of costKinds) sum[kind] += cost[kind] ?? 0;
  return Object.values(sum).every(Number.isFinite) ? sum : undefined;
}
