/**
 * Everything that can be set, as data: the flag, the environment variables that mean the same (the first one set wins), and
 * the sentence `--help` shows. The command line is built from it and the configuration is read through it, so neither can
 * know an option the other lacks.
 */
export interface Setting {
  /** As commander reads it, for instance `-p, --port <number>`; a flag without a value is a switch. */
  flags: string;
  /** Flag that says the opposite of a switch. */
  negation?: string;
  variables: readonly string[];
  help: string;
  /** What holds when it is not set, as text; shown in the help. */
  fallback?: string;
  /** Shown instead of the fallback when that depends on other settings. */
  fallbackText?: string;
  choices?: readonly string[];
}

/** Where data lies; every command asks for it. */
export const storageSettings = {
  home: {
    flags: '--home <folder>',
    variables: ['TRACKBRIDGE_HOME'],
    help: 'folder of everything this server keeps: the embedded Postgres and the artifacts; the word mlflow alone is --home-page mlflow',
    fallback: './trackbridge-data',
  },
  databaseUrl: {
    flags: '--database-url <url>',
    variables: ['DATABASE_URL', 'TRACKBRIDGE_DATABASE_URL'],
    help: 'use this Postgres (15 or newer) and start none: postgresql://user:password@host:5432/name',
    fallbackText: 'an embedded Postgres 18 in the home folder',
  },
  backendStoreUri: {
    flags: '--backend-store-uri <url>',
    variables: ['TRACKBRIDGE_BACKEND_STORE_URI', 'MLFLOW_BACKEND_STORE_URI'],
    help: 'the same, by the name mlflow server has for it; only postgresql:// is possible',
  },
  artifactsDestination: {
    flags: '--artifacts-destination <folder or s3 url>',
    variables: ['TRACKBRIDGE_ARTIFACTS_DESTINATION', 'MLFLOW_ARTIFACTS_DESTINATION'],
    help: 'where artifact files are stored: a folder, or s3://bucket/prefix',
    fallbackText: '<home>/artifacts',
  },
  s3Endpoint: {
    flags: '--s3-endpoint <url>',
    variables: ['TRACKBRIDGE_S3_ENDPOINT', 'MLFLOW_S3_ENDPOINT_URL', 'AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL'],
    help: 'object store other than AWS; credentials come from where every AWS tool finds them',
    fallbackText: 'AWS',
  },
  logLevel: {
    flags: '--log-level <level>',
    variables: ['TRACKBRIDGE_LOG_LEVEL'],
    help: 'least serious messages to log (JSON lines on standard error)',
    choices: ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
    fallback: 'warn',
  },
} as const satisfies Record<string, Setting>;

/** Where the server listens and under which name it is reached. */
export const networkSettings = {
  port: {
    flags: '-p, --port <number>',
    variables: ['TRACKBRIDGE_PORT', 'MLFLOW_PORT'],
    help: 'port to listen on; 0 takes a free one',
    fallback: '5000',
  },
  host: {
    flags: '-h, --host <address>',
    variables: ['TRACKBRIDGE_HOST', 'MLFLOW_HOST'],
    help: 'address to listen on; 0.0.0.0 is every network of this machine (then --auth must be said)',
    fallback: '127.0.0.1',
  },
  publicUrl: {
    flags: '--public-url <url>',
    variables: ['TRACKBRIDGE_PUBLIC_URL'],
    help: 'address users reach the server under when it stands behind a proxy',
    fallbackText: 'taken from each request (Host, X-Forwarded-*)',
  },
  staticPrefix: {
    flags: '--static-prefix <path>',
    variables: ['TRACKBRIDGE_STATIC_PREFIX', 'MLFLOW_STATIC_PREFIX'],
    help: 'prefix of every path, such as /tracking',
    fallbackText: 'none',
  },
} as const satisfies Record<string, Setting>;

/** Who gets in. */
export const securitySettings = {
  auth: {
    flags: '--auth <on|off>',
    variables: ['TRACKBRIDGE_AUTH'],
    help: 'ask for a login (Basic or bearer token); must be said when --host is not a loopback address',
    choices: ['on', 'off'],
    fallbackText: 'off on a loopback address',
  },
  defaultPermission: {
    flags: '--default-permission <permission>',
    variables: ['TRACKBRIDGE_DEFAULT_PERMISSION'],
    help: 'what users may do with things on which nothing is given to them, when logins are asked for',
    choices: ['NO_PERMISSIONS', 'READ', 'USE', 'EDIT', 'MANAGE'],
    fallback: 'READ',
  },
  allowedHosts: {
    flags: '--allowed-hosts <list>',
    variables: ['TRACKBRIDGE_ALLOWED_HOSTS', 'MLFLOW_SERVER_ALLOWED_HOSTS'],
    help: 'accepted Host headers, comma-separated, * for any text',
    fallbackText: 'localhost and private addresses, any port',
  },
  corsAllowedOrigins: {
    flags: '--cors-allowed-origins <list>',
    variables: ['TRACKBRIDGE_CORS_ALLOWED_ORIGINS', 'MLFLOW_SERVER_CORS_ALLOWED_ORIGINS'],
    help: 'origins of other web pages that may call this server, comma-separated',
    fallbackText: 'localhost, any port',
  },
  disableSecurityMiddleware: {
    flags: '--disable-security-middleware',
    variables: ['TRACKBRIDGE_DISABLE_SECURITY_MIDDLEWARE', 'MLFLOW_SERVER_DISABLE_SECURITY_MIDDLEWARE'],
    help: 'no Host and Origin checks; only behind a proxy that makes them',
  },
  xFrameOptions: {
    flags: '--x-frame-options <value>',
    variables: ['TRACKBRIDGE_X_FRAME_OPTIONS', 'MLFLOW_SERVER_X_FRAME_OPTIONS'],
    help: 'whether other pages may show ours in a frame',
    choices: ['SAMEORIGIN', 'DENY', 'NONE'],
    fallback: 'SAMEORIGIN',
  },
} as const satisfies Record<string, Setting>;

/** What the MLflow door does. */
export const mlflowSettings = {
  defaultArtifactRoot: {
    flags: '--default-artifact-root <uri>',
    variables: ['TRACKBRIDGE_DEFAULT_ARTIFACT_ROOT', 'MLFLOW_DEFAULT_ARTIFACT_ROOT'],
    help: 'where clients are told to put the artifacts of new experiments',
    fallbackText: 'mlflow-artifacts:/, through this server',
  },
  serveArtifacts: {
    flags: '--serve-artifacts',
    negation: '--no-serve-artifacts',
    variables: ['TRACKBRIDGE_SERVE_ARTIFACTS', 'MLFLOW_SERVE_ARTIFACTS'],
    help: 'pass artifact files through this server; when not, --default-artifact-root is needed',
    fallback: 'true',
  },
  allowedArtifactSchemes: {
    flags: '--allowed-artifact-schemes <list>',
    variables: ['TRACKBRIDGE_ALLOWED_ARTIFACT_SCHEMES', 'MLFLOW_ALLOWED_HOST_ADDRESSED_ARTIFACT_SCHEMES'],
    help: 'schemes that name a host, such as https or hdfs, which clients may give as places of artifacts and models, comma-separated',
    fallbackText: 'none',
  },
  modelSourcePattern: {
    flags: '--model-source-pattern <regex>',
    variables: ['TRACKBRIDGE_MODEL_SOURCE_PATTERN', 'MLFLOW_CREATE_MODEL_VERSION_SOURCE_VALIDATION_REGEX'],
    help: 'regular expression, as JavaScript writes them, that must be found in the source of every new model version',
    fallbackText: 'any source that belongs to its run or model',
  },
  artifactsOnly: {
    flags: '--artifacts-only',
    variables: ['TRACKBRIDGE_ARTIFACTS_ONLY', 'MLFLOW_ARTIFACTS_ONLY'],
    help: 'serve artifact files and nothing else',
  },
  enableWorkspaces: {
    flags: '--enable-workspaces',
    variables: ['TRACKBRIDGE_ENABLE_WORKSPACES', 'MLFLOW_ENABLE_WORKSPACES'],
    help: 'let clients keep work apart in workspaces (MLFLOW_WORKSPACE; a ClearML key pair belongs to one)',
  },
  mlflowUpstream: {
    flags: '--mlflow-upstream <url>',
    variables: ['TRACKBRIDGE_MLFLOW_UPSTREAM'],
    help: 'a real MLflow server that answers what trackbridge does not serve',
    fallbackText: 'none; such calls answer "not implemented"',
  },
} as const satisfies Record<string, Setting>;

/** What a browser is shown. */
export const pageSettings = {
  mlflowUi: {
    flags: '--mlflow-ui <auto or folder>',
    variables: ['TRACKBRIDGE_MLFLOW_UI'],
    help: "serve MLflow's own web pages under /mlflow/: those of an installed mlflow, or of the folder that holds them",
    fallbackText: 'none; with --home-page mlflow: auto',
  },
  homePage: {
    flags: '--home-page <page>',
    variables: ['TRACKBRIDGE_HOME_PAGE'],
    help: "whose page stands at /: ours, which is always at /bridge/, or MLflow's, which is always at /mlflow/",
    choices: ['bridge', 'mlflow'],
    fallback: 'bridge',
  },
} as const satisfies Record<string, Setting>;

/** What the ClearML door does. */
export const clearmlSettings = {
  compression: {
    flags: '--compression',
    negation: '--no-compression',
    variables: ['TRACKBRIDGE_COMPRESSION'],
    help: 'pack long answers to ClearML clients; not needed where a proxy does it or the network is fast',
    fallback: 'true',
  },
  clearmlPorts: {
    flags: '--clearml-ports',
    variables: ['TRACKBRIDGE_CLEARML_PORTS'],
    help: "also listen on the ports of ClearML's own server: 8008 (API), 8081 (files) and 8080 (web)",
  },
} as const satisfies Record<string, Setting>;

/** Signing in elsewhere. */
export const oidcSettings = {
  oidcIssuer: {
    flags: '--oidc-issuer <url>',
    variables: ['TRACKBRIDGE_OIDC_ISSUER'],
    help: 'OpenID provider at which people sign in, by the URL it names itself with; switches --auth on',
    fallbackText: 'none; people sign in with a name and password',
  },
  oidcClientId: {
    flags: '--oidc-client-id <text>',
    variables: ['TRACKBRIDGE_OIDC_CLIENT_ID'],
    help: 'what the provider calls this server; its redirect URI is <address of this server>/login/oidc/callback',
  },
  oidcClientSecret: {
    flags: '--oidc-client-secret <text>',
    variables: ['TRACKBRIDGE_OIDC_CLIENT_SECRET'],
    help: 'the secret that goes with it; better given as a variable',
    fallbackText: 'none; the client is public',
  },
  oidcScopes: {
    flags: '--oidc-scopes <text>',
    variables: ['TRACKBRIDGE_OIDC_SCOPES'],
    help: 'what the provider is asked for, separated by spaces',
    fallback: 'openid profile email',
  },
  oidcNameClaim: {
    flags: '--oidc-name-claim <claim>',
    variables: ['TRACKBRIDGE_OIDC_NAME_CLAIM'],
    help: 'what new users are named after; where it is missing, their e-mail address',
    fallback: 'preferred_username',
  },
  oidcGroupsClaim: {
    flags: '--oidc-groups-claim <claim>',
    variables: ['TRACKBRIDGE_OIDC_GROUPS_CLAIM'],
    help: 'what lists the groups of a person',
    fallback: 'groups',
  },
  oidcAdminGroup: {
    flags: '--oidc-admin-group <list>',
    variables: ['TRACKBRIDGE_OIDC_ADMIN_GROUP'],
    help: 'groups whose members are admins, and nobody else who signs in there',
    fallbackText: 'none; admins are made here',
  },
  oidcAllowedDomains: {
    flags: '--oidc-allowed-domains <list>',
    variables: ['TRACKBRIDGE_OIDC_ALLOWED_DOMAINS'],
    help: 'domains of the e-mail addresses that may sign in, comma-separated',
    fallbackText: 'everybody whom the provider lets in',
  },
  oidcAudience: {
    flags: '--oidc-audience <list>',
    variables: ['TRACKBRIDGE_OIDC_AUDIENCE'],
    help: 'audiences besides the client whose tokens of the provider are accepted from machines, as bearer tokens',
    fallbackText: 'none',
  },
  oidcLinkUsers: {
    flags: '--oidc-link-users',
    variables: ['TRACKBRIDGE_OIDC_LINK_USERS'],
    help: 'who signs in there for the first time under the name of a user of this server is that user',
  },
  oidcAllowHttp: {
    flags: '--oidc-allow-http',
    variables: ['TRACKBRIDGE_OIDC_ALLOW_HTTP'],
    help: 'speak to the provider without TLS too; for tests only',
  },
} as const satisfies Record<string, Setting>;

/** What the server sends of its own accord. */
export const outboundSettings = {
  allowOutbound: {
    flags: '--allow-outbound <list>',
    variables: ['TRACKBRIDGE_ALLOW_OUTBOUND'],
    help: 'hosts at private addresses that webhooks may be sent to, comma-separated; one that is spoken to without TLS as http://host:port',
    fallbackText: 'none; webhooks go to the public internet alone, over https',
  },
  webhookTimeout: {
    flags: '--webhook-timeout <seconds>',
    variables: ['TRACKBRIDGE_WEBHOOK_TIMEOUT', 'MLFLOW_WEBHOOK_REQUEST_TIMEOUT'],
    help: 'how long the receiver of a webhook may take',
    fallback: '30',
  },
  webhookRetries: {
    flags: '--webhook-retries <number>',
    variables: ['TRACKBRIDGE_WEBHOOK_RETRIES', 'MLFLOW_WEBHOOK_REQUEST_MAX_RETRIES'],
    help: 'how often a message to a webhook is tried again',
    fallback: '3',
  },
  webhookSecretKey: {
    flags: '--webhook-secret-key <text>',
    variables: ['TRACKBRIDGE_WEBHOOK_SECRET_KEY', 'MLFLOW_WEBHOOK_SECRET_ENCRYPTION_KEY'],
    help: 'what the secrets of webhooks are encrypted with in the database; better given as a variable',
    fallbackText: 'a key made at the first start and kept there',
  },
} as const satisfies Record<string, Setting>;

/** Options people have in their scripts for `mlflow server` that change nothing here; the value is why. */
export const ignoredSettings = {
  workers: {
    flags: '-w, --workers <number>',
    variables: ['MLFLOW_WORKERS'],
    help: 'accepted and ignored: one process does the work; start more servers on one DATABASE_URL for more',
  },
  exposePrometheus: {
    flags: '--expose-prometheus <folder>',
    variables: ['MLFLOW_EXPOSE_PROMETHEUS'],
    help: 'accepted and ignored: /metrics is always there',
  },
} as const satisfies Record<string, Setting>;

/** All settings of `serve`. */
export const serveSettings = {
  ...storageSettings,
  ...networkSettings,
  ...securitySettings,
  ...mlflowSettings,
  ...pageSettings,
  ...clearmlSettings,
  ...oidcSettings,
  ...outboundSettings,
  ...ignoredSettings,
} as const;

/** What `gc` takes. */
export const gcSettings = {
  olderThan: {
    flags: '--older-than <age>',
    variables: ['TRACKBRIDGE_GC_OLDER_THAN'],
    help: 'only what was deleted at least this long ago, such as 30d or 1d2h3m4s',
    fallbackText: 'everything that was deleted',
  },
  dryRun: {
    flags: '--dry-run',
    variables: ['TRACKBRIDGE_GC_DRY_RUN'],
    help: 'only say what would go',
  },
} as const satisfies Record<string, Setting>;

/** A server to talk to instead of opening its database. */
export const remoteSettings = {
  url: {
    flags: '--url <url>',
    variables: ['TRACKBRIDGE_URL'],
    help: 'ask this running server, as the user of TRACKBRIDGE_ACCESS_KEY and TRACKBRIDGE_SECRET_KEY',
    fallbackText: 'the database of the server with this home folder',
  },
} as const satisfies Record<string, Setting>;

/** Every setting there is. */
const allSettings = { ...serveSettings, ...gcSettings, ...remoteSettings };

/** Name of a setting. */
export type SettingName = keyof typeof allSettings;

/** A setting by its name. */
export function settingNamed(name: SettingName): Setting {
  return allSettings[name];
}

/** What the command line gave: texts of options, true or false of switches. */
export type Given = Partial<Record<SettingName, string | boolean>>;

/** The long flag of a setting, as error messages name it. */
export function flagOf(name: SettingName): string {
  return /--[a-z0-9-]+/.exec(allSettings[name].flags)?.[0] ?? name;
}
