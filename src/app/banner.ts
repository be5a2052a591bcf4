import type { AddressInfo } from 'node:net';
import type { Config } from './config.ts';

/** What is known once the server listens. */
export interface StartFacts {
  address: AddressInfo;
  /** Where the database lies, in words. */
  database: string;
  /** Folder that MLflow's own pages are served from. */
  mlflowUi?: string | undefined;
  /** Sentences to be read once, such as the first admin's password. */
  notices: readonly string[];
  /** The first key pair, at the start that made it. */
  firstKeyPair?: { accessKey: string; secret: string };
}

/** Address to hand out: the public one, or one under which this machine reaches the server. */
export function urlToShow(config: Config, address: AddressInfo): string {
  if (config.publicUrl) return config.publicUrl;
  const name = ['0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${address.port}${config.staticPrefix}`;
}

/** What a person needs to know at start, as text for a terminal. */
export function banner(config: Config, { address, database, mlflowUi, notices, firstKeyPair }: StartFacts): string {
  const url = urlToShow(config, address);
  const login = config.isAuthOn
    ? ['  export MLFLOW_TRACKING_USERNAME=<user>', '  export MLFLOW_TRACKING_PASSWORD=<password>']
    : [];
  const paragraphs = [
    [`trackbridge listens on ${url}`],
    ['MLflow clients:', `  export MLFLOW_TRACKING_URI=${url}`, ...login, `  or in Python: mlflow.set_tracking_uri("${url}")`],
    ...(config.servesOnlyArtifacts ? [] : [clearmlLines(config, url, firstKeyPair)]),
    [
      `pages      ${url}/${config.homePage === 'mlflow' ? 'bridge/' : ''}`,
      ...(mlflowUi === undefined ? [] : [`MLflow's   ${url}/${config.homePage === 'mlflow' ? '' : 'mlflow/'}, from ${mlflowUi}`]),
      `database   ${database}`,
      `artifacts  ${config.servesArtifacts ? config.artifactsDestination : `${config.defaultArtifactRoot} (not through this server)`}`,
      `login      ${config.isAuthOn ? 'asked for (--auth on)' : 'not asked for: who reaches this address may do everything (--auth off)'}`,
    ],
    [...notices, ...config.notes.map((note) => `Note: ${note}`)],
    ['Stop with Ctrl-C.'],
  ];
  const lines = paragraphs.filter((paragraph) => paragraph.length > 0).map((paragraph) => paragraph.join('\n'));
  return `${lines.join('\n\n')}\n`;
}

/** What goes into `clearml.conf`. A secret is shown at the start that made it, never again. */
function clearmlLines(config: Config, url: string, keyPair: StartFacts['firstKeyPair']): string[] {
  const { accessKey, secret } = keyPair ?? { accessKey: '<access key>', secret: '<secret key>' };
  const make = 'npm run -s trackbridge -- credentials create';
  const hint = config.isAuthOn
    ? `a new key pair: ${make}`
    : `any key pair will do while no login is asked for; a real one: ${make}`;
  return [
    `ClearML clients, in ~/clearml.conf (${keyPair ? 'the secret key is shown only now' : hint}):`,
    '  api {',
    `    web_server: "${url}"`,
    `    api_server: "${url}"`,
    `    files_server: "${url}/files"`,
    `    credentials { access_key: "${accessKey}", secret_key: "${secret}" }`,
    '  }',
    ...(config.clearmlPorts
      ? [`  also at the ports of ClearML's own server: ${config.clearmlPorts.map(({ port }) => port).join(', ')}`]
      : []),
  ];
}
