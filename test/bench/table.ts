import type { Line, Row } from './rows.ts';
import type { SubjectName } from './subjects.ts';

/** What a row gave for one server: figures of each round, or why there are none. */
interface Outcome {
  rounds: Record<string, number>[];
  reason?: string;
}

/** Outcomes of a row by server. */
export type RowOutcome = Map<SubjectName, Outcome>;

function median(numbers: number[]): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

function figureOf(outcome: Outcome | undefined, figure: string): number | undefined {
  return median((outcome?.rounds ?? []).flatMap((round) => round[figure] ?? []));
}

function shown(value: number | undefined, digits: number): string {
  if (value === undefined) return 'n/a';
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** The bars of a line with their verdicts, for instance `mlflow 31.2x (>= 25x) pass`. */
function verdicts(line: Line, outcome: RowOutcome): { text: string; passed: boolean }[] {
  const ours = figureOf(outcome.get('trackbridge'), line.figure);
  const found: { text: string; passed: boolean }[] = [];
  const judge = (text: string, passed: boolean) => found.push({ text: `${text} ${passed ? 'pass' : 'FAIL'}`, passed });
  for (const [peer, bar] of Object.entries(line.over ?? {})) {
    const theirs = figureOf(outcome.get(peer as SubjectName), line.figure);
    if (ours === undefined || theirs === undefined) continue;
    const ratio = line.less ? theirs / ours : ours / theirs;
    judge(`${peer} ${shown(ratio, 1)}x (>= ${bar}x)`, ratio >= bar);
  }
  if (ours === undefined) return found;
  if (line.atLeast !== undefined) judge(`>= ${line.atLeast}`, ours >= line.atLeast);
  if (line.atMost !== undefined) judge(`<= ${line.atMost}`, ours <= line.atMost);
  return found;
}

/** Prints a row's lines. @returns how many bars were missed */
export function printRow(row: Row, outcome: RowOutcome, say: (line: string) => void): number {
  let missed = 0;
  for (const line of row.lines) {
    const figures = [...outcome].map(([, one]) => shown(figureOf(one, line.figure), line.digits).padStart(12)).join('');
    const judged = verdicts(line, outcome);
    missed += judged.filter((one) => !one.passed).length;
    say(`${line.title.padEnd(48)}${figures}  ${judged.map((one) => one.text).join(', ')}`.trimEnd());
  }
  for (const [name, { reason }] of outcome) if (reason) say(`  ${name}: n/a, ${reason}`);
  return missed;
}

/** Prints the names of the columns. */
export function printHead(names: readonly SubjectName[], say: (line: string) => void): void {
  say(`${'median of the rounds'.padEnd(48)}${names.map((name) => name.padStart(12)).join('')}  bars`);
}
