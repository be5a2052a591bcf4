import { BridgeError, invalid, show } from './errors.ts';
import type { NumberOperator, NumberTest, TextTest } from './query.ts';
import type { Entry } from './run.ts';

/** How far a version of an MCP server is in use. A deleted one is not shown, and keeps its number. */
export type McpStatus = 'draft' | 'active' | 'deprecated' | 'deleted';

/** How clients speak with an endpoint. */
export type McpTransport = 'streamable-http' | 'sse';

/** A version under a second name. */
export interface McpAlias {
  alias: string;
  version: string;
}

/** Who wrote something, as far as they signed in, and when. */
export interface McpStamp {
  createdBy: string | null;
  changedBy: string | null;
  createdMs: bigint;
  changedMs: bigint;
}

/** A version of an MCP server: what its maker published of it, and what it offers. Documents are JSON texts, kept as they came. */
export interface McpVersion extends McpStamp {
  serverName: string;
  version: string;
  status: McpStatus;
  /** The description its maker published. */
  serverJson: string;
  /** Null where nobody said which tools it has. */
  tools: string | null;
  connectOptions: string | null;
  source: string | null;
  aliases: readonly string[];
  tags: readonly Entry[];
}

/** An address at which a version of an MCP server is reached; it leads to one version, or to whichever an alias stands for. */
export interface McpEndpoint extends McpStamp {
  id: string;
  serverName: string;
  url: string;
  transport: McpTransport;
  version: string | null;
  alias: string | null;
  /** The version it leads to now. An endpoint that leads nowhere is not shown. */
  target: McpVersion;
}

/** A name under which versions of an MCP server are kept. */
export interface McpServer extends McpStamp {
  name: string;
  displayName: string | null;
  description: string | null;
  /** JSON text of a list. */
  icons: string | null;
  /** The latest active version, or, without any, the latest of all; null without versions. */
  latest: Pick<McpVersion, 'version' | 'status' | 'serverJson'> | null;
  aliases: readonly McpAlias[];
  tags: readonly Entry[];
  /** By id. */
  endpoints: readonly McpEndpoint[];
}

/** The alias that always stands for the latest version. */
export const LATEST = 'latest';

const SERVER = 'MCP server';

/** Two parts joined by a slash, of which the second is none of the words that paths are made with. */
const NAME =
  /^[a-zA-Z0-9][a-zA-Z0-9.-]*[a-zA-Z0-9]\/(?!(?:aliases|endpoints|tags|versions)$)[a-zA-Z0-9][a-zA-Z0-9._-]*[a-zA-Z0-9]$/;
const MAX_NAME = 256;

/** @throws invalid for a name that no MCP server can have */
export function checkMcpServerName(name: string, field = 'name'): void {
  if (name.length <= MAX_NAME && NAME.test(name)) return;
  throw invalid(
    field,
    `The ${SERVER} name ${show(name)} is not made of a namespace, a slash and a short name, such as com.example/server, of at most ${MAX_NAME} characters.`,
  );
}

/** The number of a version, taken apart so that numbers can be put in order. */
export interface McpVersionNumber {
  major: number;
  minor: number;
  patch: number;
  /** Orders pre-releases by code point, the release itself last. */
  prereleaseKey: string;
}

/** @see Semantic Versioning 2.0.0, its grammar */
const VERSION =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*))*))?(?:\+[\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*)?$/;
const MAX_VERSION = 128;
const MAX_INTEGER = 2 ** 31 - 1;

/**
 * A text that compares as a part of a pre-release does: numbers before words and by their value, words by code point. The blank at
 * its end is less than whatever a word can go on with.
 */
function partKey(part: string): string {
  return /^\d+$/.test(part) ? `0${String(part.length).padStart(3, '0')}${part} ` : `1${part} `;
}

/** @throws invalid for what is no semantic version, has more than 128 characters, or a number beyond 32 bits */
export function toMcpVersionNumber(text: string, field: string): McpVersionNumber {
  const found = text.length > MAX_VERSION ? null : VERSION.exec(text);
  const [major = 0, minor = 0, patch = 0] = found?.slice(1, 4).map(Number) ?? [];
  if (!found || Math.max(major, minor, patch) > MAX_INTEGER) {
    throw invalid(field, `The ${field} ${show(text)} is no semantic version such as 1.2.3 or 1.2.3-rc.1.`);
  }
  const prereleaseKey = found[4]?.split('.').map(partKey).join('') ?? '2';
  return { major, minor, patch, prereleaseKey };
}

const following: Readonly<Record<McpStatus, readonly McpStatus[]>> = {
  draft: ['active', 'deleted'],
  active: ['draft', 'deprecated'],
  deprecated: ['active', 'deleted'],
  deleted: [],
};

/** @throws wrong_state when a version cannot go from one status to the other */
export function checkMcpStatusChange(from: McpStatus, to: McpStatus): void {
  if (following[from].includes(to)) return;
  const allowed = following[from].join(', ') || 'none';
  throw new BridgeError('wrong_state', `A version cannot go from the status ${from} to ${to}; allowed: ${allowed}.`, {
    field: 'status',
  });
}

/** What a search of MCP servers, of the versions of one, or of endpoints asks of each. Fields are those of what is searched. */
export type McpCondition =
  | { on: 'text'; field: 'name' | 'displayName' | 'status' | 'transport'; test: TextTest }
  | { on: 'number'; field: 'createdMs' | 'changedMs'; test: NumberTest }
  | { on: 'tag'; key: string; test: TextTest }
  | { on: 'hasEndpoints'; value: boolean }
  /** By the order of versions. */
  | { on: 'version'; operator: Exclude<NumberOperator, '=' | '!='>; number: McpVersionNumber }
  /** To the letter. */
  | { on: 'versionText'; operator: '=' | '!='; version: string };

/** One sort key of such a search. */
export interface McpOrder {
  field: 'id' | 'name' | 'version' | 'versionText' | 'createdMs' | 'changedMs';
  descending: boolean;
}

/** A search whose conditions are joined by "and". */
export interface McpQuery {
  conditions: readonly McpCondition[];
  /** The last key is unique among what is searched, so the order is total. */
  order: readonly McpOrder[];
  limit: number;
  /** Opaque place to go on from, as an earlier page of the same search gave it. */
  after?: string;
}

/** A search of endpoints, maybe only of those that say they lead to this version or this alias. */
export interface McpEndpointQuery extends McpQuery {
  version?: string;
  alias?: string;
}
