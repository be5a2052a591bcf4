import type { Knex } from 'knex';
import { BridgeError } from '../model/errors.ts';
import type { Database } from './database.ts';
import { workspacesAndUsers } from './migrations/0001-workspaces-and-users.ts';
import { projectsAndRuns } from './migrations/0002-projects-and-runs.ts';
import { paramsTagsMetrics } from './migrations/0003-params-tags-metrics.ts';
import { datasetsAndModels } from './migrations/0004-datasets-and-models.ts';
import { eventsAndQueues } from './migrations/0005-events-and-queues.ts';
import { traces } from './migrations/0006-traces.ts';
import { runFacts } from './migrations/0007-run-facts.ts';
import { sessions } from './migrations/0008-sessions.ts';
import { modelsAndWorkers } from './migrations/0009-models-and-workers.ts';
import { queryIndexes } from './migrations/0010-query-indexes.ts';
import { fileAddresses } from './migrations/0011-file-addresses.ts';
import { registry } from './migrations/0012-registry.ts';
import { tracesAndSpans } from './migrations/0013-traces-and-spans.ts';
import { assessments } from './migrations/0014-assessments.ts';
import { evaluation } from './migrations/0015-evaluation.ts';
import { webhooks } from './migrations/0016-webhooks.ts';
import { identities } from './migrations/0017-identities.ts';
import { rolesAndGrants } from './migrations/0018-roles-and-grants.ts';
import { workspaceFacts } from './migrations/0019-workspaces.ts';
import { mcpServers } from './migrations/0021-mcp-servers.ts';
import { traceStatistics } from './migrations/0022-trace-statistics.ts';
import { transfers } from './migrations/0023-transfers.ts';

/** Every migration, oldest first, under the name the database remembers it by. */
export const migrations: Readonly<Record<string, string>> = {
  '0001-workspaces-and-users': workspacesAndUsers,
  '0002-projects-and-runs': projectsAndRuns,
  '0003-params-tags-metrics': paramsTagsMetrics,
  '0004-datasets-and-models': datasetsAndModels,
  '0005-events-and-queues': eventsAndQueues,
  '0006-traces': traces,
  '0007-run-facts': runFacts,
  '0008-sessions': sessions,
  '0009-models-and-workers': modelsAndWorkers,
  '0010-query-indexes': queryIndexes,
  '0011-file-addresses': fileAddresses,
  '0012-registry': registry,
  '0013-traces-and-spans': tracesAndSpans,
  '0015-evaluation': evaluation,
  '0014-assessments': assessments,
  '0016-webhooks': webhooks,
  '0017-identities': identities,
  '0018-roles-and-grants': rolesAndGrants,
  '0019-workspaces': workspaceFacts,
  '0021-mcp-servers': mcpServers,
  '0022-trace-statistics': traceStatistics,
  '0023-transfers': transfers,
};

/** Names of the migrations this code knows, oldest first. */
export const migrationNames: readonly string[] = Object.keys(migrations);

/** Any number, the same in every server: whoever holds the lock migrates, the others wait and then find nothing to do. */
const MIGRATION_LOCK = 7_272_655_001n;

/** Names of the migrations a database has, oldest first; empty for an empty database. */
export async function appliedMigrations(db: Database): Promise<string[]> {
  const { rows: there } = await db.query<{ there: boolean }>({
    text: `select to_regclass('schema_migrations') is not null as there`,
  });
  if (!there[0]?.there) return [];
  const { rows } = await db.query<{ name: string }>({ text: 'select name from schema_migrations order by id' });
  return rows.map((row) => row.name);
}

/** @throws wrong_state when the database has a migration this code does not know */
export function refuseNewerSchema(applied: readonly string[]): void {
  const unknown = applied.filter((name) => !(name in migrations));
  if (unknown.length === 0) return;
  throw new BridgeError(
    'wrong_state',
    `The database was used by a newer trackbridge: it has ${unknown.join(', ')}, this version ends at ${migrationNames.at(-1)}. ` +
      'Start the newer version, or restore a backup made before it.',
  );
}

/**
 * Brings a database to the schema this code knows. Several servers may start at once.
 * @returns names of the migrations that were missing
 * @throws wrong_state when the schema is newer than this code
 */
export async function migrate(db: Database, url: string): Promise<string[]> {
  const before = await appliedMigrations(db);
  refuseNewerSchema(before);
  if (before.length === migrationNames.length) return [];
  // loaded only when there is something to do: most starts are spared its 15 MiB
  const { default: makeKnex } = await import('knex');
  const knex: Knex = makeKnex({ client: 'pg', connection: url, pool: { min: 0, max: 2 } });
  try {
    return await knex.transaction(async (lock) => {
      await lock.raw('select pg_advisory_xact_lock(?)', [MIGRATION_LOCK.toString()]);
      const config: Knex.MigratorConfig = {
        tableName: 'schema_migrations',
        migrationSource: {
          getMigrations: async () => [...migrationNames],
          getMigrationName: (name: string) => name,
          getMigration: async (name: string) => ({
            up: (transaction: Knex) => transaction.raw(migrations[name] as string),
            down: () => Promise.reject(new BridgeError('not_supported', `Migration ${name} cannot be undone.`)),
          }),
        },
      };
      refuseNewerSchema(await appliedMigrations(db));
      // a server that was killed while migrating leaves knex's own lock behind; ours is held, so it can only be stale
      await knex.migrate.forceFreeMigrationsLock(config);
      const [, names] = await knex.migrate.latest(config);
      return names as string[];
    });
  } finally {
    await knex.destroy();
  }
}
