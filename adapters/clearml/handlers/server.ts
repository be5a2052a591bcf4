import { operationTable } from '../../../openapi/generated/clearml.operations.ts';
import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Handler } from '../../../src/http/door.ts';
import { absent } from '../absent.ts';
import { apiVersion, serverVersion } from '../map/version.ts';

export const serverInfo: Handler<operations['server.info']> = async () => ({
  version: serverVersion,
  build: '',
  commit: '',
  api_version: apiVersion,
});

/** Nothing is ever reported to anybody. */
export const serverReportStatsOption: Handler<operations['server.report_stats_option']> = async () => ({ supported: false });

/** Names of the calls that are served, by service, each with the lowest version that has it. */
export const serverEndpoints: Handler<operations['server.endpoints']> = async () => {
  const served = operationTable.operations.filter(({ id }) => !Object.hasOwn(absent, id));
  const services = [...Map.groupBy(served, ({ family }) => family)];
  return {
    endpoints: Object.fromEntries(
      services.map(([service, calls]) => [service, calls.map(({ id, since }) => ({ name: id, min_version: since }))]),
    ),
  };
};
