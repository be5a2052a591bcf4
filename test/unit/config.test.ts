import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { isLoopback, readConfig, readStorageConfig } from '../../src/app/config.ts';
import { serveSettings } from '../../src/app/settings.ts';

const invalid = (pattern: RegExp) => ({ code: 'invalid', message: pattern });

describe('configuration', () => {
  it('needs nothing: loopback, port 5000, no login, embedded database, data below the working folder', () => {
    const config = readConfig({}, {});
    assert.deepEqual(config, {
      home: resolve('trackbridge-data'),
      databaseUrl: undefined,
      artifactsDestination: resolve('trackbridge-data/artifacts'),
      s3Endpoint: undefined,
      logLevel: 'warn',
      host: '127.0.0.1',
      port: 5000,
      isAuthOn: false,
      publicUrl: undefined,
      staticPrefix: '',
      allowedHosts: undefined,
      corsAllowedOrigins: [],
      areHostsChecked: true,
      frameOptions: 'SAMEORIGIN',
      defaultArtifactRoot: 'mlflow-artifacts:',
      sources: { hostSchemes: new Set(), pattern: undefined },
      servesArtifacts: true,
      servesOnlyArtifacts: false,
      mlflowUpstream: undefined,
      compresses: true,
      clearmlPorts: undefined,
      areWorkspacesOn: false,
      defaultPermission: 'read',
      mlflowUi: undefined,
      programFolders: [],
      homePage: 'bridge',
      oidc: undefined,
      outbound: { allowed: [], timeoutMs: 30_000 },
      webhooks: { secretKey: undefined, retries: 3 },
      notes: [],
    });
  });

  it('cannot be changed once read', () => {
    assert.ok(Object.isFrozen(readConfig({}, {})));
    assert.ok(Object.isFrozen(readStorageConfig({}, {})));
  });

  it('takes an option before a variable, our variable before the one of mlflow, and an empty variable as not set', () => {
    const environment = { TRACKBRIDGE_PORT: '6001', MLFLOW_PORT: '6002' };
    assert.equal(readConfig({ port: '6000' }, environment).port, 6000);
    assert.throws(() => readConfig({ port: '8008' }, {}), /--clearml-ports/);
    assert.throws(() => readConfig({ publicUrl: 'https://example.org:8008' }, {}), /--clearml-ports/);
    assert.equal(readConfig({}, environment).port, 6001);
    assert.equal(readConfig({}, { TRACKBRIDGE_PORT: '', MLFLOW_PORT: '6002' }).port, 6002);
  });

  it('gives every option a variable of its own', () => {
    const variables = Object.values(serveSettings).flatMap((setting) => [...setting.variables]);
    assert.equal(new Set(variables).size, variables.length);
    assert.ok(Object.values(serveSettings).every((setting) => setting.variables.length > 0));
  });

  it('asks whether to ask for a login on an address that others reach', () => {
    for (const host of ['0.0.0.0', '::', '192.168.1.4', 'example.org', '128.0.0.1', '127.evil.example']) {
      assert.throws(() => readConfig({ host }, {}), invalid(/say who gets in: --auth on .* --auth off/), host);
      assert.equal(readConfig({ host, auth: 'on' }, {}).isAuthOn, true);
      assert.equal(readConfig({ host }, { TRACKBRIDGE_AUTH: 'off' }).isAuthOn, false);
    }
  });

  it('asks for a login where people sign in elsewhere', () => {
    const provider = { oidcIssuer: 'https://id.example/realm/', oidcClientId: 'bridge' };
    const config = readConfig({ ...provider, oidcAdminGroup: 'a, b' }, { TRACKBRIDGE_OIDC_CLIENT_SECRET: 's' });
    assert.equal(config.isAuthOn, true);
    assert.deepEqual(config.oidc, {
      issuer: 'https://id.example/realm/',
      clientId: 'bridge',
      clientSecret: 's',
      scopes: 'openid profile email',
      nameClaim: 'preferred_username',
      groupsClaim: 'groups',
      adminGroups: ['a', 'b'],
      allowedDomains: [],
      audiences: [],
      linksUsers: false,
      allowsHttp: false,
    });
    assert.throws(() => readConfig({ ...provider, auth: 'off' }, {}), invalid(/--auth off/));
    assert.throws(() => readConfig({ oidcIssuer: 'https://id.example' }, {}), invalid(/--oidc-client-id/));
    assert.throws(() => readConfig({ ...provider, oidcIssuer: 'http://id.example' }, {}), invalid(/--oidc-allow-http/));
    assert.throws(() => readConfig({ webhookTimeout: '0' }, {}), invalid(/webhook-timeout.*1 to 300/));
  });

  it('knows a loopback address by what it is, not by how it begins', () => {
    for (const host of ['127.0.0.1', '127.8.9.10', 'localhost', '::1']) assert.ok(isLoopback(host), host);
    for (const host of ['0.0.0.0', '127.0.0.1.example.org', '10.0.0.1', '']) assert.ok(!isLoopback(host), host);
  });

  it('takes the switches of mlflow server as options and as variables', () => {
    const config = readConfig(
      { serveArtifacts: false, defaultArtifactRoot: 's3://bucket/runs/' },
      { MLFLOW_SERVER_DISABLE_SECURITY_MIDDLEWARE: 'true', MLFLOW_SERVER_X_FRAME_OPTIONS: 'NONE', MLFLOW_WORKERS: '4' },
    );
    assert.equal(config.servesArtifacts, false);
    assert.equal(config.defaultArtifactRoot, 's3://bucket/runs');
    assert.equal(config.areHostsChecked, false);
    assert.equal(config.frameOptions, undefined);
    assert.equal(config.notes.length, 1);
    assert.match(config.notes[0] ?? '', /^MLFLOW_WORKERS: accepted and ignored/);
  });

  it('reads by the names MLflow has what places clients may give', () => {
    const { sources } = readConfig(
      {},
      {
        MLFLOW_ALLOWED_HOST_ADDRESSED_ARTIFACT_SCHEMES: 'HTTPS, hdfs,',
        MLFLOW_CREATE_MODEL_VERSION_SOURCE_VALIDATION_REGEX: '^s3://',
      },
    );
    assert.deepEqual(sources, { hostSchemes: new Set(['https', 'hdfs']), pattern: /^s3:\/\// });
    assert.throws(() => readConfig({ modelSourcePattern: '(' }, {}), invalid(/--model-source-pattern.*no regular expression/));
  });

  it('refuses to leave clients without a place for artifacts', () => {
    assert.throws(() => readConfig({ serveArtifacts: false }, {}), invalid(/needs --default-artifact-root/));
    assert.throws(() => readConfig({ serveArtifacts: false, artifactsOnly: true }, {}), invalid(/nothing to serve/));
  });

  it("shows MLflow's own pages where it is told, and looks for them by itself when they are to stand at /", () => {
    assert.deepEqual([readConfig({}, {}).mlflowUi, readConfig({}, {}).homePage], [undefined, 'bridge']);
    assert.equal(readConfig({ mlflowUi: 'pages' }, {}).mlflowUi, resolve('pages'));
    const config = readConfig({}, { TRACKBRIDGE_HOME_PAGE: 'mlflow', VIRTUAL_ENV: '/env', PATH: '/usr/bin::relative' });
    assert.deepEqual([config.mlflowUi, config.homePage], ['auto', 'mlflow']);
    assert.deepEqual(config.programFolders, ['/env/bin', '/usr/bin']);
  });

  it('takes the home mlflow for the page, and any other for the folder of the data', () => {
    const page = readConfig({ home: 'mlflow' }, { TRACKBRIDGE_HOME: '/srv/data' });
    assert.deepEqual([page.homePage, page.mlflowUi, page.home], ['mlflow', 'auto', '/srv/data']);
    const folder = readConfig({ home: './mlflow' }, {});
    assert.deepEqual([folder.homePage, folder.home], ['bridge', resolve('mlflow')]);
  });

  it('splits lists at commas and drops what is empty', () => {
    const config = readConfig({ allowedHosts: 'a.example, *.b.example,' }, { MLFLOW_SERVER_CORS_ALLOWED_ORIGINS: 'https://c' });
    assert.deepEqual(config.allowedHosts, ['a.example', '*.b.example']);
    assert.deepEqual(config.corsAllowedOrigins, ['https://c']);
  });

  it('names the option or variable and its value when a value is not possible', () => {
    const refused: [Parameters<typeof readConfig>[0], Record<string, string>, RegExp][] = [
      [{ port: '70000' }, {}, /--port="70000" is no port/],
      [{ port: '-1' }, {}, /--port="-1" is no port/],
      [{}, { TRACKBRIDGE_PORT: '80a' }, /TRACKBRIDGE_PORT="80a" is no port/],
      [{ auth: 'maybe' }, {}, /--auth="maybe" is not possible; choose one of on, off/],
      [{ logLevel: 'loud' }, {}, /--log-level="loud"/],
      [{ staticPrefix: 'x' }, {}, /--static-prefix="x" must start with a slash/],
      [{ staticPrefix: '/x/' }, {}, /--static-prefix="\/x\/" must start/],
      [{ publicUrl: 'example.org' }, {}, /--public-url="example.org" is no address/],
      [{ mlflowUpstream: 'file:///x' }, {}, /--mlflow-upstream="file:\/\/\/x" is no address/],
      [{ artifactsDestination: 'gs://b' }, {}, /--artifacts-destination="gs:\/\/b" is neither a folder nor/],
      [{}, { MLFLOW_SERVE_ARTIFACTS: 'perhaps' }, /MLFLOW_SERVE_ARTIFACTS="perhaps" is neither true nor false/],
    ];
    for (const [given, environment, message] of refused) assert.throws(() => readConfig(given, environment), invalid(message));
  });

  it('accepts a Postgres under every name people know, and SQLAlchemy drivers with it', () => {
    const url = 'postgresql://u:p@db:5432/x';
    assert.equal(readStorageConfig({}, { DATABASE_URL: url }).databaseUrl, url);
    assert.equal(readStorageConfig({ backendStoreUri: 'postgresql+psycopg2://u:p@db:5432/x' }, {}).databaseUrl, url);
    assert.equal(readStorageConfig({}, { MLFLOW_BACKEND_STORE_URI: 'postgres://u:p@db:5432/x' }).databaseUrl, url);
    assert.equal(readStorageConfig({ backendStoreUri: url }, { DATABASE_URL: 'postgresql://other/y' }).databaseUrl, url);
  });

  it('says what to do about a store it cannot use, without showing the password in it', () => {
    assert.throws(
      () => readStorageConfig({ backendStoreUri: 'mysql://root:hunter2@db/x' }, {}),
      (error: Error) => /names mysql, .*Leave the option out/.test(error.message) && !error.message.includes('hunter2'),
    );
    assert.throws(() => readStorageConfig({}, { MLFLOW_BACKEND_STORE_URI: './mlruns' }), invalid(/names a folder/));
  });

  it('reads where artifacts lie as folder, file address or bucket', () => {
    const destination = (artifactsDestination: string) => readStorageConfig({ artifactsDestination }, {}).artifactsDestination;
    assert.equal(destination('files'), resolve('files'));
    assert.equal(destination('file:///a%20b'), '/a b');
    assert.equal(destination('s3://bucket/prefix/'), 's3://bucket/prefix');
  });
});
