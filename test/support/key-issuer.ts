import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { atEndOfFile } from './cleanup.ts';

/** An issuer of tokens that signs whatever it is told to. */
export interface KeyIssuer {
  issuer: string;
  /** A token of these claims, otherwise of this issuer, for the audience `bridge`, of `robot` and good for a minute. */
  token(claims?: JWTPayload, header?: { kid?: string; alg?: string }): Promise<string>;
  /** What its token endpoint gives for every code. */
  idToken: string;
}

/** Starts one; it speaks as much of OpenID Connect as a client asks for. */
export async function startKeyIssuer(): Promise<KeyIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256', use: 'sig' };
  const server = createServer((request, response) => {
    const answers: Record<string, unknown> = {
      '/.well-known/openid-configuration': {
        issuer: made.issuer,
        authorization_endpoint: `${made.issuer}/auth`,
        token_endpoint: `${made.issuer}/token`,
        jwks_uri: `${made.issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      },
      '/jwks': { keys: [jwk] },
      '/token': { access_token: 'x', token_type: 'Bearer', id_token: made.idToken },
    };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answers[request.url ?? ''] ?? {}));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  atEndOfFile(async () => {
    server.close().closeAllConnections();
  });
  const made: KeyIssuer = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    idToken: '',
    token: (claims = {}, header = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const standard = { iss: made.issuer, aud: 'bridge', sub: 'robot', iat: now, exp: now + 60 };
      return new SignJWT({ ...standard, ...claims }).setProtectedHeader({ alg: 'RS256', kid: 'k', ...header }).sign(privateKey);
    },
  };
  return made;
}
