import { STORED_FILE } from '../../../src/model/stored-file.ts';
import { toShownUrl, toStoredUrl } from './file-url.ts';

/** Addresses in the JSON of a plot: what stands after a key `source`, such as the pictures behind a drawing. */
const SOURCE = /("source"\s*:\s*)"([^"\\]+)"/g;

/** The JSON text of a plot with other addresses of what it draws from. */
export function replaceSources(text: string, replace: (url: string) => string): string {
  if (!text.includes('"source"')) return text;
  return text.replace(SOURCE, (_, head: string, url: string) => `${head}"${replace(url)}"`);
}

/** The JSON text of a plot as the record keeps it: addresses of files that are here without their host. */
export function toStoredPlot(text: string, baseUrl: string): string {
  return replaceSources(text, (url) => toStoredUrl(url, baseUrl));
}

/** The opposite of {@link toStoredPlot}. */
export function toShownPlot(text: string, baseUrl: string): string {
  return text.includes(STORED_FILE) ? replaceSources(text, (url) => toShownUrl(url, baseUrl)) : text;
}

/** The addresses a plot draws from. */
export function sourcesOf(text: string): string[] {
  return text.includes('"source"') ? Array.from(text.matchAll(SOURCE), ([, , url]) => url as string) : [];
}
