/** An answer of a server, and the page it was asked for. */
export interface Visited {
  url: string;
  status: number;
  text: string;
  headers: Headers;
}

/** A browser without scripts: it keeps cookies by host and path, follows redirects and fills in forms. */
export class Browsing {
  readonly #cookies = new Map<string, { value: string; host: string; path: string }>();
  /** Every address it was sent to, in order. */
  readonly visited: string[] = [];

  /** Opens a page, following redirects unless told not to. */
  async open(url: string, options: RequestInit = {}, follow = true): Promise<Visited> {
    this.visited.push(url);
    const headers = { accept: 'text/html', cookie: this.#cookiesFor(url), ...(options.headers as Record<string, string>) };
    const answer = await fetch(url, { ...options, headers, redirect: 'manual' });
    this.#keep(url, answer);
    const text = await answer.text();
    const location = answer.headers.get('location');
    if (follow && location !== null && answer.status >= 300 && answer.status < 400)
      return await this.open(new URL(location, url).href);
    return { url, status: answer.status, text, headers: answer.headers };
  }

  /** Sends the first form of a page, with what is typed into it. */
  async submit(page: Visited, typed: Record<string, string> = {}, follow = true): Promise<Visited> {
    const form = /<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/.exec(page.text);
    if (!form) throw new Error(`no form on ${page.url}: ${page.text.slice(0, 500)}`);
    const hidden = [...(form[2] ?? '').matchAll(/<input[^>]*type="hidden"[^>]*name="([^"]*)"[^>]*value="([^"]*)"/g)];
    const body = new URLSearchParams({
      ...Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])),
      ...typed,
    });
    return await this.open(new URL(form[1] ?? '', page.url).href, { method: 'POST', body }, follow);
  }

  /** Value of a cookie, by the beginning of its name. */
  cookie(prefix: string): string | undefined {
    return [...this.#cookies].find(([name]) => name.split(' ')[1]?.startsWith(prefix))?.[1].value;
  }

  /** Changes the value of a cookie, found likewise. */
  setCookie(prefix: string, value: string): void {
    for (const [name, cookie] of this.#cookies) if (name.split(' ')[1]?.startsWith(prefix)) cookie.value = value;
  }

  #cookiesFor(url: string): string {
    const { host, pathname } = new URL(url);
    const mine = [...this.#cookies].filter(([, cookie]) => cookie.host === host && pathname.startsWith(cookie.path));
    return mine.map(([key, { value }]) => `${key.split(' ')[1]}=${value}`).join('; ');
  }

  #keep(url: string, answer: Response): void {
    const { host } = new URL(url);
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const path = /; *path=([^;]*)/i.exec(line)?.[1] ?? '/';
      const key = `${host}${path} ${name}`;
      if (value === '' || /max-age=0/i.test(line) || /expires=Thu, 01 Jan 1970/i.test(line)) this.#cookies.delete(key);
      else this.#cookies.set(key, { value, host, path });
    }
  }
}
