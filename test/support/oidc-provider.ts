import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { atEndOfFile } from './cleanup.ts';

/** What the provider says of somebody. */
export type Account = Readonly<Record<string, unknown>> & { sub: string };

/** A real OpenID provider on this machine. Whoever is typed in as login is let in, with any password. */
export interface TestProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** An audience that tokens of the machine client are for. */
  audience: string;
  /** What it says of everybody, by the login they typed in. */
  accounts: Map<string, Account>;
  /** An access token for a machine, for the audience above. */
  machineToken(): Promise<string>;
  /** Lets our server send people there. @param origin of our server; where its sign-ins come back to */
  serve(origin: string): void;
  stop(): Promise<void>;
}

const client = { clientId: 'bridge', clientSecret: 'a-secret-of-this-test-provider' };
const machine = { client_id: 'robot', client_secret: 'a-secret-of-the-robot-of-this-test' };
const audience = 'urn:bridge';

/** Starts a provider that knows one client; it answers once it is told to serve. */
export async function startOidcProvider(): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const accounts = new Map<string, Account>();
  const serve = (origin: string) => void server.on('request', makeProvider(issuer, origin, accounts).callback());
  const stop = () => close(server);
  atEndOfFile(stop);
  const machineToken = async () => {
    const body = new URLSearchParams({ ...machine, grant_type: 'client_credentials', resource: audience });
    const answer = await fetch(`${issuer}/token`, { method: 'POST', body });
    return ((await answer.json()) as { access_token: string }).access_token;
  };
  return { issuer, ...client, audience, accounts, machineToken, serve, stop };
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((done) => server.close(() => done()));
}

function makeProvider(issuer: string, origin: string, accounts: ReadonlyMap<string, Account>): Provider {
  const resource = { scope: '', audience, accessTokenFormat: 'jwt' as const, accessTokenTTL: 600 };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [`${origin}/login/oidc/callback`],
        grant_types: ['authorization_code'],
      },
      {
        ...machine,
        redirect_uris: [],
        response_types: [],
        grant_types: ['client_credentials'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], profile: ['preferred_username', 'name', 'groups'], email: ['email', 'email_verified'] },
    scopes: ['openid', 'profile', 'email'],
    findAccount: (_context, login) => {
      const account = accounts.get(login);
      return account && { accountId: login, claims: () => account };
    },
    features: {
      devInteractions: { enabled: true },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => resource,
        defaultResource: () => [],
        useGrantedResource: () => false,
      },
    },
    cookies: { keys: ['a key of this test'] },
    pkce: { required: () => true },
  });
  // it speaks of the keys it makes up and of running without TLS
  provider.on('server_error', (_context, error) => process.stderr.write(`provider: ${error.stack}\n`));
  return provider;
}
