import { createRemoteJWKSet, decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import type { Configuration } from 'openid-client';
import { BridgeError, show } from '../model/errors.ts';

/** What the operator says about an OpenID provider. */
export interface OidcOptions {
  /** URL by which the provider names itself. */
  issuer: string;
  clientId: string;
  /** Undefined for a client that has none and proves itself by PKCE alone. */
  clientSecret: string | undefined;
  /** Separated by spaces. */
  scopes: string;
  /** Claim that a new user is named after. */
  nameClaim: string;
  /** Claim that lists somebody's groups. */
  groupsClaim: string;
  /** Members of one of these are admins, all others are not; empty: the provider has no say in that. */
  adminGroups: readonly string[];
  /** Domains of the e-mail addresses that may come in; empty: everybody whom the provider lets in. */
  allowedDomains: readonly string[];
  /** Audiences besides the client, whose tokens are taken too. */
  audiences: readonly string[];
  /** Whether somebody whose name a user without identity has becomes that user. */
  linksUsers: boolean;
  /** Whether the provider may be spoken to without TLS. */
  allowsHttp: boolean;
}

/** What the provider says of somebody. */
export type Claims = Readonly<Record<string, unknown>> & { sub: string };

/** A sign-in that was begun: what the answer has to fit. */
export interface PendingLogin {
  state: string;
  nonce: string;
  verifier: string;
}

type Client = typeof import('openid-client');

/** How long the provider may take, in seconds. */
const timeoutSeconds = 10;
/** Kinds of signature that are believed; none that needs a shared secret. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
/** How far the provider's clock may be from ours, in seconds. */
const toleranceSeconds = 30;

/**
 * An OpenID provider at which people sign in: Authorization Code with PKCE, state and nonce. It is first asked about itself when
 * somebody signs in.
 * @see OpenID Connect Core 1.0, section 3.1; RFC 7636; RFC 9207
 */
export class OidcProvider {
  readonly options: OidcOptions;
  #known: Promise<{ client: Client; configuration: Configuration }> | undefined;
  #keys: ReturnType<typeof createRemoteJWKSet> | undefined;

  constructor(options: OidcOptions) {
    this.options = options;
  }

  /** Begins a sign-in. @returns where to send the browser @throws unavailable */
  async begin(redirectUri: string): Promise<{ url: string; login: PendingLogin }> {
    const { client, configuration } = await this.#ask();
    const login = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: this.options.scopes,
      state: login.state,
      nonce: login.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(login.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, login };
  }

  /**
   * Ends a sign-in with what the browser brought back.
   * @param answer the redirect URI with the provider's parameters
   * @throws unauthenticated when it does not fit, was used before or is not the provider's; unavailable
   */
  async finish(answer: URL, { state, nonce, verifier }: PendingLogin): Promise<Claims> {
    const { client, configuration } = await this.#ask();
    try {
      const tokens = await client.authorizationCodeGrant(configuration, answer, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
      });
      const claims = tokens.claims() as Claims;
      if (configuration.serverMetadata().userinfo_endpoint === undefined) return claims;
      // most providers say no more in the token than who it is
      return { ...(await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)), ...claims };
    } catch (cause) {
      throw this.#refusal(cause);
    }
  }

  /** Whether a token says that it is of this provider; not whether that is so. */
  claimsToIssue(token: string): boolean {
    try {
      return decodeJwt(token).iss === this.options.issuer;
    } catch {
      return false;
    }
  }

  /** The claims of a token that the provider made for us; undefined for any other. @throws unavailable */
  async verify(token: string, now: Date): Promise<Claims | undefined> {
    const { configuration } = await this.#ask();
    const { jwks_uri } = configuration.serverMetadata();
    if (jwks_uri === undefined) return undefined;
    this.#keys ??= createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: timeoutSeconds * 1000 });
    try {
      const { issuer, clientId, audiences } = this.options;
      const rules = { issuer, audience: [clientId, ...audiences], algorithms, clockTolerance: toleranceSeconds };
      const { payload } = await jwtVerify(token, this.#keys, { ...rules, currentDate: now, requiredClaims: ['sub', 'exp'] });
      return payload as JWTPayload & { sub: string };
    } catch (error) {
      if (error instanceof errors.JWKSTimeout) throw this.#unavailable(error);
      if (error instanceof errors.JOSEError) return undefined;
      throw this.#unavailable(error);
    }
  }

  /** Where the browser goes to sign out at the provider too; undefined when it has no such place. @throws unavailable */
  async logoutUrl(): Promise<string | undefined> {
    const { client, configuration } = await this.#ask();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
    return client.buildEndSessionUrl(configuration).href;
  }

  async #ask(): Promise<{ client: Client; configuration: Configuration }> {
    this.#known ??= this.#discover();
    try {
      return await this.#known;
    } catch (cause) {
      this.#known = undefined;
      throw this.#unavailable(cause);
    }
  }

  /** Loads the protocol only when somebody signs in: most servers never need it. */
  async #discover(): Promise<{ client: Client; configuration: Configuration }> {
    const client = await import('openid-client');
    const { issuer, clientId, clientSecret, allowsHttp } = this.options;
    const checks = [client.enableNonRepudiationChecks, ...(allowsHttp ? [client.allowInsecureRequests] : [])];
    const configuration = await client.discovery(
      new URL(issuer),
      clientId,
      { [client.clockTolerance]: toleranceSeconds },
      clientSecret === undefined ? client.None() : client.ClientSecretBasic(clientSecret),
      { execute: checks, timeout: timeoutSeconds },
    );
    return { client, configuration };
  }

  /** What may be said of a sign-in that failed: the protocol's own word for it. */
  #refusal(cause: unknown): BridgeError {
    const code = cause instanceof Error && 'error' in cause ? String(cause.error) : undefined;
    const isNetwork =
      cause instanceof Error && (cause.name === 'TypeError' || cause.name === 'TimeoutError') && !('code' in cause);
    if (isNetwork) return this.#unavailable(cause);
    const why = code === undefined ? 'its answer does not fit this sign-in' : `it answered ${show(code)}`;
    return new BridgeError('unauthenticated', `The sign-in at ${this.#host()} did not succeed: ${why}.`, {
      reason: 'oidc_refused',
      cause,
    });
  }

  #unavailable(cause: unknown): BridgeError {
    return new BridgeError('unavailable', `${this.#host()}, where people sign in, cannot be asked now.`, { cause });
  }

  #host(): string {
    return new URL(this.options.issuer).host;
  }
}
