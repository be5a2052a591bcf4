import type { Logger } from 'pino';
import type { Guard } from './access/guard.ts';
import type { OidcProvider } from './access/oidc-provider.ts';
import type { SecretBox } from './access/secret-box.ts';
import type { SessionTokens } from './access/session-tokens.ts';
import type { BlobStore } from './artifacts/blob-store.ts';
import type { SourceRules } from './model/address.ts';
import type { Reach } from './model/reach.ts';
import type { LoginBasis } from './model/user.ts';
import type { Outbound } from './outbound/outbound.ts';
import type { Database } from './store/database.ts';
import type { EventWriter } from './store/event-writer.ts';
import type { Maker } from './store/grants.ts';
import type { RunCreator } from './store/insert-runs.ts';
import type { KeyIds } from './store/keys.ts';
import type { LogWriter } from './store/log-writer.ts';
import type { RunStates } from './store/run-states.ts';
import type { SpanWriter } from './store/span-writer.ts';

/** Who was authenticated. Rights are decided by this alone, never by what a client claims as author. */
export interface Actor {
  /** Id of the user row; the default user's when the server asks for no login. */
  userId: string;
  name: string;
  role: 'admin' | 'user';
  /** What the login rests on; not there when nothing was asked for or presented. */
  basis?: LoginBasis;
  /** The workspace its credential is bound to; not there for the default one, and for a password. */
  workspaceId?: string;
  /** The session the request belongs to; not there for a login sent with the request itself. */
  session?: { id: string; expiresAt: Date };
}

/** What every use case receives: the only way to the world outside its arguments. */
export interface Context {
  db: Database;
  /** The dictionary of keys, shared by all requests of the process as the two writers are. */
  keys: KeyIds;
  /** Group commit for new runs. */
  runCreator: RunCreator;
  /** Group commit for everything a run logs and for changes of the run itself. */
  logWriter: LogWriter;
  /** Group commit for what runs and models report as events. */
  eventWriter: EventWriter;
  /** Group commit for spans of traces. */
  spanWriter: SpanWriter;
  /** Answers the many clients that watch how far their run is. */
  runStates: RunStates;
  blobs: BlobStore;
  /** Signs and checks the tokens of sessions. */
  sessionTokens: SessionTokens;
  /** Where people sign in elsewhere; undefined when the operator named no such place. */
  oidc?: OidcProvider | undefined;
  /** Encrypts what browsers keep of sign-ins under way there. */
  oidcLogins: SecretBox;
  /** The one way to addresses that users give. */
  outbound: Outbound;
  /** Encrypts what webhooks sign with. */
  webhookSecrets: SecretBox;
  /** The workspace that unique names are looked up in. */
  workspaceId: string;
  workspaceName: string;
  /** Whether requests may name a workspace, and the folder in which each has one for its artifacts. */
  workspaces: { areOn: boolean; root: string };
  /** Prefix of the artifact roots of new projects, for instance `mlflow-artifacts:`. */
  artifactRoot: string;
  /** What is taken as a place of artifacts and models. */
  sources: SourceRules;
  now: () => Date;
  /** A new random id, 32 lower hex. */
  newId: () => string;
  actor: Actor;
  /** Decides on single things that the operation table does not name. */
  guard: Guard;
  /** What the actor may read; use cases that list or count keep to it. */
  reach: Reach;
  log: Logger;
  /** Aborted when the client went away or the server stops. */
  signal: AbortSignal;
}

/** Who makes something and will manage it; undefined where no login stands behind the request, so that nobody is given anything. */
export function makerOf({ actor, workspaceId }: Pick<Context, 'actor' | 'workspaceId'>): Maker | undefined {
  return actor.basis === undefined ? undefined : { workspaceId, userId: actor.userId };
}

/** The moment it is, in milliseconds since the epoch. */
export function nowMsOf({ now }: Pick<Context, 'now'>): bigint {
  return BigInt(now().getTime());
}

/** What is the same for every request of a process. */
export type BaseContext = Omit<Context, 'actor' | 'guard' | 'reach' | 'signal'>;
