import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { defaultActor } from '../access/authorize.ts';
import { freeGuard } from '../access/guard.ts';
import { OidcProvider } from '../access/oidc-provider.ts';
import { openSecretBox } from '../access/secret-box.ts';
import { openSessionTokens } from '../access/session-tokens.ts';
import { openBlobStore } from '../artifacts/open-blob-store.ts';
import type { BaseContext, Context } from '../context.ts';
import { everything } from '../model/reach.ts';
import { DEFAULT_WORKSPACE_ID, DEFAULT_WORKSPACE_NAME } from '../model/workspace.ts';
import { Outbound } from '../outbound/outbound.ts';
import type { Database } from '../store/database.ts';
import { EventWriter } from '../store/event-writer.ts';
import { RunCreator } from '../store/insert-runs.ts';
import { KeyIds } from '../store/keys.ts';
import { LogWriter } from '../store/log-writer.ts';
import { RunStates } from '../store/run-states.ts';
import { SpanWriter } from '../store/span-writer.ts';
import type { Config, StorageConfig } from './config.ts';

/** Lanes of the group commit: two keep Postgres busy while this process reads the next requests. */
const LANES = 2;

/** What of a configuration has to do with the world beside the storage; commands go without. */
type Further = Partial<
  Pick<Config, 'defaultArtifactRoot' | 'sources' | 'isAuthOn' | 'areWorkspacesOn' | 'outbound' | 'webhooks' | 'oidc'>
>;

/** Opens what all use cases need over a database. @param artifactRoot prefix of the artifact roots of new projects */
export async function openBaseContext(config: StorageConfig & Further, db: Database, log: Logger): Promise<BaseContext> {
  const keys = new KeyIds(db);
  const prefix = config.defaultArtifactRoot ?? 'mlflow-artifacts:';
  const workspaces = { areOn: config.areWorkspacesOn ?? false, root: `${prefix}/workspaces` };
  return {
    db,
    blobs: await openBlobStore(config.artifactsDestination, { endpoint: config.s3Endpoint }),
    sessionTokens: await openSessionTokens(db, config.isAuthOn ?? true),
    outbound: new Outbound(config.outbound ?? { allowed: [], timeoutMs: 0 }),
    webhookSecrets: await openSecretBox(db, 'webhook_secrets', config.webhooks?.secretKey),
    oidc: config.oidc && new OidcProvider(config.oidc),
    oidcLogins: await openSecretBox(db, 'oidc_logins'),
    keys,
    runCreator: new RunCreator(db, keys),
    logWriter: new LogWriter(db, { lanes: LANES, keys }),
    eventWriter: new EventWriter(db, { lanes: LANES, keys }),
    runStates: new RunStates(db, LANES),
    spanWriter: new SpanWriter(db),
    workspaceId: DEFAULT_WORKSPACE_ID,
    workspaceName: DEFAULT_WORKSPACE_NAME,
    workspaces,
    artifactRoot: workspaces.areOn ? `${workspaces.root}/${DEFAULT_WORKSPACE_NAME}` : prefix,
    sources: config.sources ?? { hostSchemes: new Set(), pattern: undefined },
    now: () => new Date(),
    newId: () => randomUUID().replaceAll('-', ''),
    log,
  };
}

/** A context for work the server or the command line does by itself, as the default admin. */
export function ownContext(base: BaseContext, signal: AbortSignal = new AbortController().signal): Context {
  return { ...base, actor: defaultActor, guard: freeGuard, reach: everything, signal };
}
