/**
 * The `Content-Disposition` value that makes a browser save a file under its name instead of showing it. A name outside
 * printable ASCII gets an ASCII fallback beside its exact form.
 *
 * @see RFC 6266 section 4, RFC 8187
 */
export function attachmentDisposition(name: string): string {
  const fallback = name.normalize('NFKD').replace(/[^\x20-\x7e]/g, '');
  const plain = `attachment; filename=${quoteUnlessToken(fallback || 'download')}`;
  return fallback === name ? plain : `${plain}; filename*=UTF-8''${encodeExtended(name)}`;
}

function quoteUnlessToken(name: string): string {
  return /^[\w!#$&+.^`|~-]+$/.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`;
}

function encodeExtended(name: string): string {
  return encodeURIComponent(name).replace(/[*'()]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
