import type { Database } from '../store/database.ts';
import { listFindings, type TransferFinding } from '../store/transfer-findings.ts';
import { countTransferItems, eachTransferItem } from '../store/transfer-items.ts';
import type { TransferRecord } from '../store/transfers.ts';
import { itemKinds } from './item.ts';
import type { Plan } from './plan.ts';
import type { TransferOutcome } from './run-transfer.ts';
import type { Survival } from './sink.ts';
import type { Sample } from './verify.ts';

/** Ids in the sink that are listed; where a sink gives ids of its own, every item has another one. */
const MOST_MAPPED = 100_000;
const PAGE = 1000;

/** A report of a transfer in two forms with the same content, both without any secret. */
export interface TransferReport {
  markdown: string;
  json: string;
}

/** What is known of a transfer: its sides, what was moved and what was not, and what comparing both sides found. */
export async function reportTransfer(db: Database, transfer: TransferRecord): Promise<TransferReport> {
  const facts = await gather(db, transfer);
  return { markdown: writeMarkdown(facts), json: `${JSON.stringify(facts, plainNumbers, 2)}\n` };
}

type Facts = Awaited<ReturnType<typeof gather>>;

async function gather(db: Database, transfer: TransferRecord) {
  const { id, direction, state, sourceAddress, sinkAddress, selection, failure, createdAt, changedAt } = transfer;
  const plan = transfer.plan as Plan | null;
  const outcome = (transfer.outcome ?? {}) as TransferOutcome;
  return {
    id,
    direction,
    state,
    failure,
    source: { address: sourceAddress, description: plan?.source.description ?? null },
    sink: { address: sinkAddress, description: plan?.sink.description ?? null },
    selection: JSON.parse(selection) as unknown,
    begun_at: createdAt,
    changed_at: changedAt,
    copying: duration(outcome.copied),
    comparing: duration(outcome.comparison),
    moved: await countKinds(db, id),
    last_run: outcome.copied?.kinds ?? null,
    left_out_kinds: plan?.leftOut ?? [],
    survival: plan?.survival ?? [],
    comparison: outcome.comparison ?? null,
    rolled_back: outcome.rolledBack?.kinds ?? null,
    findings: await allFindings(db, id),
    rejected: await rejectedItems(db, id),
    mapped: await mappedItems(db, id),
  };
}

function duration(done: { startedMs: number; endedMs: number } | undefined) {
  return done ? { at: new Date(done.startedMs), seconds: (done.endedMs - done.startedMs) / 1000 } : null;
}

async function countKinds(db: Database, id: string) {
  const counts = await countTransferItems(db, id);
  return itemKinds.flatMap((kind) => {
    const ofKind = counts.filter((count) => count.kind === kind);
    if (ofKind.length === 0) return [];
    const number = (...states: string[]) =>
      ofKind.filter(({ state }) => states.includes(state)).reduce((sum, { items }) => sum + items, 0n);
    const total = (size: 'points' | 'lines' | 'plots' | 'files' | 'bytes') =>
      ofKind.reduce((sum, count) => sum + count[size], 0n);
    return [
      {
        kind,
        there: number('written', 'done'),
        rejected: number('rejected'),
        removed: number('removed'),
        points: total('points'),
        lines: total('lines'),
        plots: total('plots'),
        files: total('files'),
        bytes: total('bytes'),
      },
    ];
  });
}

async function allFindings(db: Database, id: string): Promise<TransferFinding[]> {
  const findings: TransferFinding[] = [];
  for (let after: bigint | undefined; ; ) {
    const page = await listFindings(db, id, { ...(after !== undefined && { after }), limit: PAGE });
    findings.push(...page.map(({ number: _number, ...finding }) => finding));
    if (page.length < PAGE) return findings;
    after = page.at(-1)?.number;
  }
}

async function rejectedItems(db: Database, id: string) {
  const rejected: { kind: string; id: string; reason: string }[] = [];
  for await (const page of eachTransferItem(db, id, { states: ['rejected'] })) {
    rejected.push(...page.map(({ kind, sourceId, reason }) => ({ kind, id: sourceId, reason: reason ?? '' })));
  }
  return rejected;
}

async function mappedItems(db: Database, id: string) {
  const mapped: { kind: string; id: string; target: string; note: string | null }[] = [];
  for await (const page of eachTransferItem(db, id, { isMapped: true, states: ['written', 'done', 'rejected'] })) {
    for (const { kind, sourceId, targetId, note } of page) {
      if (targetId !== null) mapped.push({ kind, id: sourceId, target: targetId, note });
    }
    if (mapped.length >= MOST_MAPPED) break;
  }
  return mapped;
}

function plainNumbers(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}

function writeMarkdown(facts: Facts): string {
  const { comparison } = facts;
  return [
    `# Transfer ${facts.id}: ${facts.state.replaceAll('_', ' ')}`,
    '',
    `- Source: ${facts.source.address}${facts.source.description ? ` (${facts.source.description})` : ''}`,
    `- Sink: ${facts.sink.address}${facts.sink.description ? ` (${facts.sink.description})` : ''}`,
    `- Selection: \`${JSON.stringify(facts.selection)}\``,
    `- Begun: ${facts.begun_at.toISOString()}; last change: ${facts.changed_at.toISOString()}`,
    ...(facts.copying ? [`- Last copied: ${facts.copying.at.toISOString()}, in ${facts.copying.seconds} s`] : []),
    ...(facts.comparing ? [`- Compared: ${facts.comparing.at.toISOString()}, in ${facts.comparing.seconds} s`] : []),
    ...(facts.failure ? [`- Broke off: ${facts.failure}`] : []),
    ...section(
      'What was moved',
      table(
        ['kind', 'there', 'rejected', 'removed', 'points', 'lines', 'plots', 'files', 'bytes'],
        facts.moved.map((row) => Object.values(row)),
      ),
    ),
    ...section('What survives, and what does not', survivalTable(facts.survival)),
    ...(facts.left_out_kinds.length > 0
      ? ['', `The sink can hold none of these kinds: ${facts.left_out_kinds.join(', ')}.`]
      : []),
    ...(comparison
      ? section('What comparing both sides found', [
          `Result: **${comparison.result}**; points and files compared: ${showSample(comparison.sample)}.`,
          '',
          ...table(
            ['kind', 'items', 'same', 'missing', 'extra', 'differing', 'unclear', 'hash expected', 'hash found'],
            Object.entries(comparison.kinds).map(([kind, row]) => [
              kind,
              row.items,
              row.same,
              row.missing,
              row.extra,
              row.differing,
              row.unclear,
              row.expectedSum,
              row.foundSum,
            ]),
          ),
        ])
      : []),
    ...section(
      'Findings',
      table(
        ['', 'kind', 'id', 'part', 'what', 'while'],
        facts.findings.map(({ symbol, kind, sourceId, part, detail, phase }) => [
          `\`${symbol}\``,
          kind,
          sourceId,
          part ?? '',
          detail,
          phase,
        ]),
      ),
    ),
    ...section(
      'Rejected items',
      table(
        ['kind', 'id', 'reason'],
        facts.rejected.map((row) => Object.values(row)),
      ),
    ),
    ...section(
      'Other ids in the sink, and notes',
      table(
        ['kind', 'id in the source', 'id in the sink', 'note'],
        facts.mapped.map(({ kind, id, target, note }) => [kind, id, target, note ?? '']),
      ),
    ),
    '',
  ].join('\n');
}

function survivalTable(survival: readonly Survival[]): string[] {
  return table(
    ['kind', 'fact', 'how', 'why'],
    survival.map(({ kind, fact, how, reason }) => [kind, fact, how, reason]),
  );
}

/** How much of points and files was compared, in words. */
export function showSample(sample: Sample): string {
  if ('items' in sample) return `those of about ${sample.items} items`;
  return sample.share >= 1 ? 'all' : `those of ${sample.share * 100} % of the items`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];
}

function table(heads: readonly string[], rows: readonly (readonly unknown[])[]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly unknown[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(heads), `|${heads.map(() => '---').join('|')}|`, ...rows.map(line)];
}

/** What people wrote may hold anything; in a table it must not end a cell, nor become a link or a tag. */
function cell(value: unknown): string {
  return String(value)
    .replaceAll('\\', '\\\\')
    .replaceAll(/[|<>[\]]/g, '\\$&')
    .replaceAll(/\s+/g, ' ');
}
