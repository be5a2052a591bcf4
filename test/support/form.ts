/** A part of a form as Python's `requests` writes it: double quotes and line ends of the name escaped, the rest as UTF-8. */
export interface FormPart {
  name: string;
  content: string | Buffer;
}

const BOUNDARY = '53d401d1df874096a0bbfc9a2472a7e7';

/** A multipart form as the ClearML SDK sends one, as body and headers of a request. */
export function form(parts: readonly FormPart[]): { headers: Record<string, string>; body: Buffer } {
  const chunks = parts.flatMap(({ name, content }) => {
    const quoted = name.replaceAll('"', '%22').replaceAll('\n', '%0A').replaceAll('\r', '%0D');
    const disposition = `form-data; name="${quoted}"; filename="${quoted}"`;
    const head = `--${BOUNDARY}\r\nContent-Disposition: ${disposition}\r\nContent-Type: application/octet-stream\r\n\r\n`;
    return [Buffer.from(head), Buffer.from(content), Buffer.from('\r\n')];
  });
  const body = Buffer.concat([...chunks, Buffer.from(`--${BOUNDARY}--\r\n`)]);
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, 'content-length': String(body.length) },
    body,
  };
}

/** A path as Python's `quote` writes it in an address. */
export function quotePath(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`))
    .join('/');
}
