import { Readable } from 'node:stream';
import type { operations } from '../../../../openapi/generated/clearml.ts';
import { attachmentDisposition } from '../../../../src/artifacts/content-disposition.ts';
import type { Context } from '../../../../src/context.ts';
import { type Handler, Reply } from '../../../../src/http/door.ts';
import { clearConsole, readConsole, type StoredLine, streamConsole } from '../../../../src/tracking/console.ts';
import { type FoundReporter, findReporter } from '../../../../src/tracking/reporters.ts';
import { logLineWriter } from '../../map/log-line.ts';
import { countWithin, toInt64, toLogEvent } from '../../map/shown-event.ts';
import { writeJson } from '../../wire/exact-json.ts';

/** A longer page is cut to this. */
const MAX_BATCH = 10_000;
const batchRange = { most: MAX_BATCH, usual: 5000 };

/** Lines of a console carry no metric: a call that asks for one gets none, unless it is the empty one. */
function isWanted(metrics: readonly (string | undefined)[] | undefined): boolean {
  return !metrics?.length || metrics.some((metric) => !metric);
}

/** Lines of a task, back from the end or on from a moment. */
export const eventsGetTaskLog: Handler<operations['events.get_task_log']> = async ({ body }, context) => {
  const reporter = await findReporter(context, 'run', body.task);
  const limit = countWithin('batch_size', body.batch_size && Math.min(body.batch_size, MAX_BATCH), batchRange);
  const isBackward = body.navigate_earlier ?? true;
  if (!isWanted(body.metrics?.map(({ metric }) => metric))) return { events: [], returned: 0, total: 0 };
  const from = body.from_timestamp === undefined ? undefined : toInt64('from_timestamp', body.from_timestamp);
  const { lines, total } = await readConsole(context, reporter, { isBackward, from, limit });
  const shownBackward = body.order === undefined ? isBackward : body.order === 'desc';
  if (shownBackward !== isBackward) lines.reverse();
  return { events: lines.map((line) => toLogEvent(reporter, line)), returned: lines.length, total };
};

/** The whole console of a task as a file. */
export const eventsDownloadTaskLog: Handler<operations['events.download_task_log']> = async ({ body }, context) => {
  const reporter = await findReporter(context, 'run', body.task);
  const isText = body.line_type === 'text';
  const write = isText
    ? logLineWriter(body.line_format ?? '{asctime} {worker} {level} {msg}')
    : (line: StoredLine) => writeJson(toLogEvent(reporter, line));
  return new Reply(
    200,
    {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': attachmentDisposition(`task_${reporter.id}.log`),
    },
    Readable.from(textsOf(context, reporter, write)),
  );
};

async function* textsOf(context: Context, reporter: FoundReporter, write: (line: StoredLine) => string): AsyncGenerator<string> {
  for await (const lines of streamConsole(context, reporter)) yield lines.map((line) => `${write(line)}\n`).join('');
}

/** Deletes lines of a task, all or those older than some seconds. */
export const eventsClearTaskLog: Handler<operations['events.clear_task_log']> = async ({ body }, context) => {
  const { task, allow_locked: isLockedAllowed = false, threshold_sec, include_metrics, exclude_metrics } = body;
  if (!isWanted(include_metrics) || exclude_metrics?.includes('')) {
    await findReporter(context, 'run', task);
    return { deleted: 0 };
  }
  const before =
    threshold_sec === undefined ? undefined : toInt64('threshold_sec', context.now().getTime() - threshold_sec * 1000);
  return { deleted: await clearConsole(context, { id: task, isLockedAllowed, before }) };
};
