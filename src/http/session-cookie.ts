/** Cookie that holds the token of a session, by the name that ClearML's clients keep it under. */
export const sessionCookie = 'clearml_token_basic';

/** The header that makes a browser keep the token of a session. Scripts cannot read it, and other sites cannot make the browser send it. */
export function keepToken(token: string, seconds: number, baseUrl: string): Record<string, string> {
  return keepCookie(sessionCookie, token, seconds, baseUrl);
}

/** The header that makes a browser forget the token of its session. */
export function forgetToken(): Record<string, string> {
  return { 'set-cookie': `${sessionCookie}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax` };
}

/** The same for any cookie. @param value without characters that need quoting */
export function keepCookie(name: string, value: string, seconds: number, baseUrl: string): Record<string, string> {
  const secure = baseUrl.startsWith('https:') ? '; Secure' : '';
  return { 'set-cookie': `${name}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${secure}` };
}

/** The value of a cookie of a request. */
export function cookieNamed(name: string, header: string | undefined): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const [its, value] = part.trim().split('=', 2);
    if (its === name && value) return value;
  }
  return undefined;
}
