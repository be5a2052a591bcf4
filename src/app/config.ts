import { isIPv4 } from 'node:net';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import type { OidcOptions } from '../access/oidc-provider.ts';
import type { SourceRules } from '../model/address.ts';
import { BridgeError, show } from '../model/errors.ts';
import { defaultPermissions, type Permission } from '../model/permission.ts';
import type { OutboundOptions } from '../outbound/outbound.ts';
import { flagOf, type Given, ignoredSettings, type SettingName, settingNamed } from './settings.ts';

/** Where data lies: what every command needs. */
export interface StorageConfig {
  /** Absolute. */
  home: string;
  /** An outside Postgres; undefined starts the embedded one. */
  databaseUrl: string | undefined;
  /** Absolute path of a folder, or an `s3://` address. */
  artifactsDestination: string;
  /** Address of an object store other than AWS. */
  s3Endpoint: string | undefined;
  logLevel: string;
}

/** Everything a server is told, checked, never changed. The rest of the program reads no environment. */
export interface Config extends StorageConfig {
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** Whether long answers are packed for clients that understand it. */
  compresses: boolean;
  /** Ports beside the main one, and what stands before every path asked for there. */
  clearmlPorts: readonly { port: number; prefix: string }[] | undefined;
  isAuthOn: boolean;
  /** What holds for things on which nothing is given, while logins are asked for. */
  defaultPermission: Permission;
  /** Address users reach the server under, without a trailing slash. */
  publicUrl: string | undefined;
  /** Starts with a slash and does not end with one; empty for none. */
  staticPrefix: string;
  /** Undefined allows loopback names and private addresses. */
  allowedHosts: readonly string[] | undefined;
  corsAllowedOrigins: readonly string[];
  /** Host and Origin checks. */
  areHostsChecked: boolean;
  /** Undefined sends no such header. */
  frameOptions: 'SAMEORIGIN' | 'DENY' | undefined;
  /** Prefix of the artifact roots of new experiments, without a trailing slash. */
  defaultArtifactRoot: string;
  /** What is taken as a place of artifacts and models. */
  sources: SourceRules;
  /** Whether requests may name a workspace. */
  areWorkspacesOn: boolean;
  servesArtifacts: boolean;
  servesOnlyArtifacts: boolean;
  /** A real MLflow server for what is not served here, without a trailing slash. */
  mlflowUpstream: string | undefined;
  /** Absolute path of a folder with MLflow's own web pages, `auto` to look for an installed MLflow, undefined for none. */
  mlflowUi: string | undefined;
  /** Folders of programs, those of an activated Python environment first; an installed MLflow is looked for beside them. */
  programFolders: readonly string[];
  /** Whose page stands at `/`. */
  homePage: 'bridge' | 'mlflow';
  /** Where people sign in elsewhere; undefined for nowhere. */
  oidc: OidcOptions | undefined;
  /** What may be sent to addresses that users give. */
  outbound: OutboundOptions;
  webhooks: {
    /** What their secrets are encrypted with; undefined for a key made at the first start. */
    secretKey: string | undefined;
    /** How often a message is tried again. */
    retries: number;
  };
  /** Sentences to say at start about options that change nothing. */
  notes: readonly string[];
}

/** Where ClearML's clients look for the API, the files and the web page of a host when they are told no more than that. */
const stockClearmlPorts = Object.freeze([
  { port: 8008, prefix: '' },
  { port: 8081, prefix: '/files' },
  { port: 8080, prefix: '' },
]);

type Environment = Readonly<Record<string, string | undefined>>;

/** A value and where it came from, as error messages name it. */
interface Found {
  text: string;
  origin: string;
}

/**
 * Reads where data lies from the command line and the environment. An option beats a variable; an empty variable is not set.
 * @throws invalid naming the option or variable and its value
 */
export function readStorageConfig(given: Given, environment: Environment = process.env): StorageConfig {
  const home = resolve(text(saysHomePage(given) ? { ...given, home: undefined } : given, environment, 'home'));
  const destination = find(given, environment, 'artifactsDestination');
  return Object.freeze({
    home,
    databaseUrl: databaseUrl(given, environment),
    artifactsDestination: destination === undefined ? resolve(home, 'artifacts') : readDestination(destination),
    s3Endpoint: webAddress(given, environment, 's3Endpoint'),
    logLevel: text(given, environment, 'logLevel'),
  });
}

/**
 * Reads all a server is told; see {@link readStorageConfig}.
 * @throws invalid also when the address is not a loopback one and nobody said whether to ask for a login
 */
export function readConfig(given: Given, environment: Environment = process.env): Config {
  const host = text(given, environment, 'host').replace(/^\[(.*)\]$/, '$1');
  const isServing = switched(given, environment, 'serveArtifacts');
  const isOnly = switched(given, environment, 'artifactsOnly');
  if (isOnly && !isServing) throw refuse('--artifacts-only together with --no-serve-artifacts leaves nothing to serve.');
  const port = readPort(given, environment);
  const publicUrl = webAddress(given, environment, 'publicUrl');
  const clearmlPorts = switched(given, environment, 'clearmlPorts') ? stockClearmlPorts : undefined;
  // ClearML's clients, and so the addresses of files shown to them, count on the files server at 8081 then
  if (!clearmlPorts && (port === 8008 || (publicUrl !== undefined && new URL(publicUrl).port === '8008'))) {
    throw refuse(
      "8008 is the port of ClearML's API, beside which clients look for files at 8081: say --clearml-ports, or take another port.",
    );
  }
  const homePage = saysHomePage(given) ? 'mlflow' : (text(given, environment, 'homePage') as Config['homePage']);
  const frameOptions = text(given, environment, 'xFrameOptions') as 'SAMEORIGIN' | 'DENY' | 'NONE';
  return Object.freeze({
    ...readStorageConfig(given, environment),
    host,
    port,
    compresses: switched(given, environment, 'compression'),
    clearmlPorts,
    isAuthOn: readAuth(given, environment, host),
    defaultPermission: readPermission(text(given, environment, 'defaultPermission')),
    publicUrl,
    staticPrefix: readPrefix(given, environment),
    allowedHosts: list(given, environment, 'allowedHosts'),
    corsAllowedOrigins: Object.freeze(list(given, environment, 'corsAllowedOrigins') ?? []),
    areHostsChecked: !switched(given, environment, 'disableSecurityMiddleware'),
    frameOptions: frameOptions === 'NONE' ? undefined : frameOptions,
    defaultArtifactRoot: readArtifactRoot(given, environment, isServing),
    sources: Object.freeze({
      hostSchemes: new Set(list(given, environment, 'allowedArtifactSchemes')?.map((scheme) => scheme.toLowerCase())),
      pattern: readPattern(given, environment, 'modelSourcePattern'),
    }),
    areWorkspacesOn: switched(given, environment, 'enableWorkspaces'),
    servesArtifacts: isServing,
    servesOnlyArtifacts: isOnly,
    mlflowUpstream: webAddress(given, environment, 'mlflowUpstream'),
    mlflowUi: readMlflowUi(given, environment, homePage),
    programFolders: Object.freeze(programFolders(environment)),
    homePage,
    oidc: readOidc(given, environment),
    outbound: Object.freeze({
      allowed: list(given, environment, 'allowOutbound') ?? [],
      timeoutMs: 1000 * wholeNumber(given, environment, 'webhookTimeout', { least: 1, most: 300 }),
    }),
    webhooks: Object.freeze({
      secretKey: find(given, environment, 'webhookSecretKey')?.text,
      retries: wholeNumber(given, environment, 'webhookRetries', { least: 0, most: 20 }),
    }),
    notes: Object.freeze(notes(given, environment)),
  });
}

/** A running server that a command asks, and as whom. */
export interface RemoteConfig {
  /** Without a trailing slash. */
  url: string;
  /** Undefined asks without a login. */
  login: { accessKey: string; secretKey: string } | undefined;
}

/** Reads which server a command asks; undefined when it opens the database itself. @throws invalid */
export function readRemoteConfig(given: Given, environment: Environment = process.env): RemoteConfig | undefined {
  const url = webAddress(given, environment, 'url');
  if (url === undefined) return undefined;
  const { TRACKBRIDGE_ACCESS_KEY: accessKey, TRACKBRIDGE_SECRET_KEY: secretKey } = environment;
  return { url, login: accessKey && secretKey ? { accessKey, secretKey } : undefined };
}

/** What `gc` is told beside where data lies. */
export interface GcConfig {
  /** Only what was deleted at least so long ago, in milliseconds. */
  olderThanMs: number;
  /** Only say what would go. */
  isDry: boolean;
}

/** Reads what `gc` is told; see {@link readStorageConfig}. @throws invalid */
export function readGcConfig(given: Given, environment: Environment = process.env): GcConfig {
  return Object.freeze({
    olderThanMs: readAge(given, environment),
    isDry: switched(given, environment, 'dryRun'),
  });
}

const unitsMs = [86_400_000, 3_600_000, 60_000, 1000];

/** Days, hours, minutes and seconds, decimals allowed, as `mlflow gc` has them. */
function readAge(given: Given, environment: Environment): number {
  const found = find(given, environment, 'olderThan');
  if (found === undefined) return 0;
  const amount = String.raw`(\d+(?:\.\d+)?)`;
  const match = new RegExp(`^(?=.)(?:${amount}d)?(?:${amount}h)?(?:${amount}m)?(?:${amount}s)?$`).exec(found.text);
  if (!match) {
    throw refuse(
      `${found.origin}=${show(found.text)} is no age; write days, hours, minutes and seconds such as 30d or 1d2h3m4s.`,
    );
  }
  return unitsMs.reduce((sum, unitMs, index) => sum + unitMs * Number(match[index + 1] ?? 0), 0);
}

/** True for addresses that only this machine reaches. A name other than localhost may mean anything. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

function find(given: Given, environment: Environment, name: SettingName): Found | undefined {
  const setting = settingNamed(name);
  const option = given[name];
  const variable = setting.variables.find((candidate) => environment[candidate]);
  let found: Found | undefined;
  if (option !== undefined) found = { text: String(option), origin: flagOf(name) };
  else if (variable !== undefined) found = { text: environment[variable] ?? '', origin: variable };
  else if (setting.fallback !== undefined) found = { text: setting.fallback, origin: flagOf(name) };
  if (found && setting.choices && !setting.choices.includes(found.text)) {
    throw refuse(`${found.origin}=${show(found.text)} is not possible; choose one of ${setting.choices.join(', ')}.`);
  }
  return found;
}

function text(given: Given, environment: Environment, name: SettingName): string {
  const found = find(given, environment, name);
  if (!found?.text) throw refuse(`${flagOf(name)} must not be empty.`);
  return found.text;
}

function switched(given: Given, environment: Environment, name: SettingName): boolean {
  const found = find(given, environment, name);
  if (found === undefined || /^(false|0|no|off|f|n)$/i.test(found.text)) return false;
  if (/^(true|1|yes|on|t|y)$/i.test(found.text)) return true;
  throw refuse(`${found.origin}=${show(found.text)} is neither true nor false.`);
}

function list(given: Given, environment: Environment, name: SettingName): string[] | undefined {
  const parts = find(given, environment, name)
    ?.text.split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts?.length ? parts : undefined;
}

/** @param options.exact whether a slash at the end means something */
function webAddress(given: Given, environment: Environment, name: SettingName, { exact = false } = {}): string | undefined {
  const found = find(given, environment, name);
  if (found === undefined) return undefined;
  const url = URL.canParse(found.text) ? new URL(found.text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && !url.search && !url.hash)
    return exact ? found.text : found.text.replace(/\/+$/, '');
  throw refuse(`${found.origin}=${show(found.text)} is no address of the form https://host/path.`);
}

function readPort(given: Given, environment: Environment): number {
  const found = find(given, environment, 'port') as Found;
  const port = Number(found.text);
  if (/^\d+$/.test(found.text) && port <= 65_535) return port;
  throw refuse(`${found.origin}=${show(found.text)} is no port; it is a whole number from 0 to 65535.`);
}

function readOidc(given: Given, environment: Environment): OidcOptions | undefined {
  const issuer = webAddress(given, environment, 'oidcIssuer', { exact: true });
  if (issuer === undefined) return undefined;
  const allowsHttp = switched(given, environment, 'oidcAllowHttp');
  if (issuer.startsWith('http:') && !allowsHttp) {
    throw refuse(`--oidc-issuer=${show(issuer)} is not https; --oidc-allow-http allows that, for tests.`);
  }
  if (find(given, environment, 'auth')?.text === 'off') throw refuse('--oidc-issuer together with --auth off asks nobody.');
  const clientId = find(given, environment, 'oidcClientId')?.text;
  if (clientId === undefined) throw refuse('--oidc-issuer needs --oidc-client-id, which the provider gave this server.');
  return Object.freeze({
    issuer,
    clientId,
    clientSecret: find(given, environment, 'oidcClientSecret')?.text,
    scopes: text(given, environment, 'oidcScopes'),
    nameClaim: text(given, environment, 'oidcNameClaim'),
    groupsClaim: text(given, environment, 'oidcGroupsClaim'),
    adminGroups: list(given, environment, 'oidcAdminGroup') ?? [],
    allowedDomains: list(given, environment, 'oidcAllowedDomains') ?? [],
    audiences: list(given, environment, 'oidcAudience') ?? [],
    linksUsers: switched(given, environment, 'oidcLinkUsers'),
    allowsHttp,
  });
}

function wholeNumber(
  given: Given,
  environment: Environment,
  name: SettingName,
  { least, most }: { least: number; most: number },
): number {
  const found = find(given, environment, name) as Found;
  const number = Number(found.text);
  if (/^\d+$/.test(found.text) && number >= least && number <= most) return number;
  throw refuse(`${found.origin}=${show(found.text)} is not possible; it is a whole number from ${least} to ${most}.`);
}

function readAuth(given: Given, environment: Environment, host: string): boolean {
  const said = find(given, environment, 'auth');
  if (said) return said.text === 'on';
  if (find(given, environment, 'oidcIssuer')) return true;
  if (isLoopback(host)) return false;
  throw refuse(
    `On ${host} others can reach this server, so say who gets in: --auth on asks for a login, --auth off lets everyone ` +
      'read, change and delete everything.',
  );
}

/** A permission as MLflow spells it. */
function readPermission(text: string): Permission {
  return defaultPermissions.find((permission) => permission === text.toLowerCase()) ?? 'none';
}

/** `--home mlflow` asks for MLflow's page at `/`; a folder of that name is `./mlflow`. */
function saysHomePage(given: Given): boolean {
  return given.home === 'mlflow';
}

function readMlflowUi(given: Given, environment: Environment, homePage: Config['homePage']): string | undefined {
  const found = find(given, environment, 'mlflowUi')?.text ?? (homePage === 'mlflow' ? 'auto' : undefined);
  return found === undefined || found === 'auto' ? found : resolve(found);
}

function programFolders({ VIRTUAL_ENV, CONDA_PREFIX, PATH }: Environment): string[] {
  const environments = [VIRTUAL_ENV, CONDA_PREFIX].filter((folder) => folder !== undefined && folder !== '') as string[];
  const folders = [...environments.map((folder) => join(folder, 'bin')), ...(PATH ?? '').split(delimiter)];
  return folders.filter((folder) => isAbsolute(folder));
}

function readPrefix(given: Given, environment: Environment): string {
  const found = find(given, environment, 'staticPrefix');
  if (found === undefined || /^(\/[\w.~-]+)+$/.test(found.text)) return found?.text ?? '';
  throw refuse(`${found.origin}=${show(found.text)} must start with a slash and not end with one, such as /tracking.`);
}

function readArtifactRoot(given: Given, environment: Environment, isServing: boolean): string {
  const found = find(given, environment, 'defaultArtifactRoot');
  if (found) return found.text.length > 1 ? found.text.replace(/\/+$/, '') : found.text;
  if (isServing) return 'mlflow-artifacts:';
  throw refuse('--no-serve-artifacts needs --default-artifact-root, the place where clients put artifacts themselves.');
}

function readPattern(given: Given, environment: Environment, name: SettingName): RegExp | undefined {
  const found = find(given, environment, name);
  if (!found?.text) return undefined;
  try {
    return new RegExp(found.text);
  } catch (cause) {
    throw refuse(`${found.origin}=${show(found.text)} is no regular expression of JavaScript: ${String(cause)}.`);
  }
}

function readDestination(found: Found): string {
  if (/^s3:\/\/[^/]+/.test(found.text)) return found.text.replace(/\/+$/, '');
  if (found.text.startsWith('file://')) {
    const url = URL.canParse(found.text) ? new URL(found.text) : undefined;
    if (url?.host === '' && !url.search && !url.hash) return resolve(decodeURIComponent(url.pathname));
  } else if (!/^[a-z][a-z0-9+.-]+:/i.test(found.text)) return resolve(found.text);
  throw refuse(`${found.origin}=${show(found.text)} is neither a folder nor of the form s3://bucket/prefix.`);
}

function databaseUrl(given: Given, environment: Environment): string | undefined {
  // an option beats a variable, also when the option has mlflow's name and the variable has ours
  const isSaidMlflowsWay = given.databaseUrl === undefined && given.backendStoreUri !== undefined;
  const found =
    (isSaidMlflowsWay ? undefined : find(given, environment, 'databaseUrl')) ?? find(given, environment, 'backendStoreUri');
  if (found === undefined) return undefined;
  // SQLAlchemy names its driver after a plus sign
  const url = found.text.replace(/^postgres(ql)?(\+\w+)?:/, 'postgresql:');
  if (url.startsWith('postgresql://')) return url;
  // the value may hold a password: only its scheme is shown
  const scheme = /^[\w+.-]+(?=:)/.exec(found.text)?.[0] ?? 'a folder';
  throw refuse(
    `${found.origin} names ${scheme}, and trackbridge keeps its data in Postgres only. Leave the option out to use the embedded ` +
      'Postgres (nothing to install), or give postgresql://user:password@host:5432/name.',
  );
}

function notes(given: Given, environment: Environment): string[] {
  return (Object.keys(ignoredSettings) as (keyof typeof ignoredSettings)[]).flatMap((name) => {
    const found = find(given, environment, name);
    return found ? [`${found.origin}: ${ignoredSettings[name].help}`] : [];
  });
}

function refuse(message: string): BridgeError {
  return new BridgeError('invalid', message);
}
