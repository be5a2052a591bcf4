import type { ConsoleLine } from '../model/event.ts';
import type { Database } from './database.ts';

/** A stored line with its place: lines are ordered by time, and by arrival within one moment. */
export interface StoredLine extends ConsoleLine {
  lineId: bigint;
}

/** A place between lines. */
export interface LinePlace {
  timestampMs: bigint;
  lineId: bigint;
}

interface Row {
  timestamp_ms: bigint;
  line_id: bigint;
  level: string;
  worker: string | null;
  message: string;
}

const COLUMNS = 'timestamp_ms, line_id, level, worker, message';

function toLine({ timestamp_ms, line_id, level, worker, message }: Row): StoredLine {
  return { timestampMs: timestamp_ms, lineId: line_id, level, worker, message };
}

/**
 * Lines of a run from a moment on, or back from it, the moment itself left out. The page goes on until the last moment in it is
 * complete, so that the next one can go on from there.
 * @param from without one: from the end, or the beginning
 * @returns nearest first: newest first when reading back
 */
export async function readConsole(
  db: Database,
  runId: number,
  { isBackward, from, limit }: { isBackward: boolean; from?: bigint | undefined; limit: number },
): Promise<StoredLine[]> {
  const [direction, beyond] = isBackward ? ['desc', '<'] : ['asc', '>'];
  const { rows } = await db.query<Row>({
    text: `select * from (
        select ${COLUMNS} from console_lines where run_id = $1 ${from === undefined ? '' : `and timestamp_ms ${beyond} $3`}
        order by timestamp_ms ${direction} fetch first $2 rows with ties
      ) as page order by timestamp_ms ${direction}, line_id ${direction}`,
    values: [runId, limit, ...(from === undefined ? [] : [from])],
  });
  return rows.map(toLine);
}

/** Which lines are read. */
export interface LinePage {
  limit: number;
  /** From the last line back. */
  isDescending?: boolean;
  /** Where an earlier page ended. */
  after?: LinePlace | undefined;
}

/** A page of lines from the first or the last one on. */
export async function readConsolePage(
  db: Database,
  runId: number,
  { limit, isDescending = false, after }: LinePage,
): Promise<StoredLine[]> {
  const [direction, beyond] = isDescending ? ['desc', '<'] : ['asc', '>'];
  const { rows } = await db.query<Row>({
    text: `select ${COLUMNS} from console_lines where run_id = $1 ${after ? `and (timestamp_ms, line_id) ${beyond} ($3, $4)` : ''}
      order by timestamp_ms ${direction}, line_id ${direction} limit $2`,
    values: [runId, limit, ...(after ? [after.timestampMs, after.lineId] : [])],
  });
  return rows.map(toLine);
}

export async function countConsoleLines(db: Database, runId: number): Promise<number> {
  const { rows } = await db.query<{ total: number }>({
    name: 'count-console-lines',
    text: 'select count(*)::int4 as total from console_lines where run_id = $1',
    values: [runId],
  });
  return rows[0]?.total ?? 0;
}

/** Deletes lines that are older than a moment, or all. @returns how many */
export async function deleteConsoleLines(db: Database, runId: number, before?: bigint): Promise<number> {
  const { rowCount } = await db.query({
    text: `delete from console_lines where run_id = $1 ${before === undefined ? '' : 'and timestamp_ms < $2'}`,
    values: [runId, ...(before === undefined ? [] : [before])],
  });
  return rowCount;
}
