import type { operations } from '../../../openapi/generated/mlflow.ts';
import { type Handler, Reply } from '../../../src/http/door.ts';

/** Nothing about the use of the pages leaves this server, so they are told not to report it. */
export const serveGetUiTelemetry: Handler<operations['serveGetUiTelemetry']> = async () =>
  // plain JSON: the empty list is said
  json({ disable_ui_events: [], disable_ui_telemetry: true, ui_rollout_percentage: 0 });

export const servePostUiTelemetry: Handler<operations['servePostUiTelemetry']> = async () => ({ status: 'disabled' });

function json(answer: object): Reply {
  return new Reply(200, { 'content-type': 'application/json' }, JSON.stringify(answer));
}
