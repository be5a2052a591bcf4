import { randomBytes } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import type { LoginBasis } from '../model/user.ts';
import type { Database } from '../store/database.ts';
import { ensureSetting } from '../store/settings.ts';

/** What a session's token says, once its signature was checked. */
export interface SessionClaims {
  /** 32 lower hex. */
  sessionId: string;
  userId: string;
  /** Not there for a session begun while the server asked for no login. */
  basis: LoginBasis | undefined;
  expiresAt: Date;
}

const algorithm = 'HS256';
const secretBytes = 64;
const secretSetting = 'session_secret';
/** Tokens whose signature is not checked again. */
const maxRemembered = 2_000;

/** Signs and checks the tokens of sessions with the secret of the installation. Whether a session was ended is not its matter. */
export class SessionTokens {
  readonly #secret: Uint8Array;
  readonly #needsBasis: boolean;
  readonly #remembered = new Map<string, SessionClaims>();

  /**
   * @param secret 64 bytes
   * @param needsBasis whether a session must rest on a login; those begun while none was asked for hold only as long as that is so
   */
  constructor(secret: Uint8Array, needsBasis: boolean) {
    this.#secret = secret;
    this.#needsBasis = needsBasis;
  }

  /**
   * A JSON Web Token in compact form.
   * @param shown further claims, for the client to read; nothing here is decided by them
   */
  async sign(claims: SessionClaims, issuedAt: Date, shown: Readonly<Record<string, unknown>>): Promise<string> {
    const { sessionId, userId, basis, expiresAt } = claims;
    return await new SignJWT({ ...shown, session_id: sessionId, ...(basis && { basis }) })
      .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
      .setSubject(userId)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(this.#secret);
  }

  /** The claims of a token; undefined unless this installation signed it and it has not expired. */
  async check(token: string, now: Date): Promise<SessionClaims | undefined> {
    const claims = this.#remembered.get(token) ?? (await this.#verify(token, now));
    if (claims === undefined || (this.#needsBasis && claims.basis === undefined)) return undefined;
    if (claims.expiresAt > now) return claims;
    this.#remembered.delete(token);
    return undefined;
  }

  async #verify(token: string, now: Date): Promise<SessionClaims | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.#secret, {
        algorithms: [algorithm],
        currentDate: now,
        requiredClaims: ['sub', 'exp', 'session_id'],
      });
      const claims: SessionClaims = {
        sessionId: String(payload['session_id']),
        userId: String(payload.sub),
        basis: payload['basis'] as LoginBasis | undefined,
        expiresAt: new Date(Number(payload.exp) * 1000),
      };
      this.#remember(token, claims);
      return claims;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }

  #remember(token: string, claims: SessionClaims): void {
    this.#remembered.set(token, claims);
    const oldest = this.#remembered.keys().next();
    if (this.#remembered.size > maxRemembered && !oldest.done) this.#remembered.delete(oldest.value);
  }
}

/**
 * Opens the installation's signing secret, which the first server to come makes at random.
 * @param isAuthOn whether the server asks for a login
 */
export async function openSessionTokens(db: Database, isAuthOn: boolean): Promise<SessionTokens> {
  const secret = await ensureSetting(db, secretSetting, randomBytes(secretBytes).toString('base64url'));
  return new SessionTokens(Buffer.from(secret, 'base64url'), isAuthOn);
}
