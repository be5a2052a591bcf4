import { Reply } from '../http/door.ts';

/** A link of the page, by an address relative to the page's own. */
export interface PageLink {
  to: string;
  text: string;
}

const headers = {
  'content-type': 'text/html; charset=utf-8',
  // no script at all; whatever stands in it is text
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** A page about signing in: a heading, a sentence and where to go from here. @param root how the page's address leads to `/` */
export function signInPage(status: number, root: string, title: string, sentence: string, links: readonly PageLink[]): Reply {
  const list = links.map(({ to, text }) => `<p><a class="button" href="${escape(root + to)}">${escape(text)}</a></p>`).join('\n');
  const body = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${escape(title)} · trackbridge</title>
    <link rel="stylesheet" href="${escape(root)}pages/page.css">
  </head>
  <body>
    <header><span class="brand">trackbridge</span></header>
    <main><h1>${escape(title)}</h1>
<p>${escape(sentence)}</p>
${list}</main>
  </body>
</html>
`;
  return new Reply(status, headers, body);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
