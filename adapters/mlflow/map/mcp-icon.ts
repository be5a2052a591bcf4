import { isIP } from 'node:net';
import { invalid, show } from '../../../src/model/errors.ts';
import { isPublicAddress } from '../../../src/outbound/public-address.ts';
import { type JsonFields, optional, textOf, textsOf } from './json-fields.ts';

const MAX_ICONS = 100;

/** Hosts that are never public, whatever they resolve to. Nobody here looks an icon up: pages do, in the browser. */
function isPrivateHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  return isIP(bare) === 0 ? /(^|\.)localhost\.?$/i.test(bare) : !isPublicAddress(bare);
}

/** @throws invalid unless it is an https address of a public host */
function checkSource(field: string, source: string): void {
  const url = URL.canParse(source) ? new URL(source) : undefined;
  if (url?.protocol === 'https:' && !isPrivateHost(url.hostname)) return;
  throw invalid(field, `The ${field} ${show(source)} is no https address of a public host.`);
}

/** An icon as it is kept: all that came with it, except from whom it was inherited. @throws invalid */
function toIcon(icon: JsonFields, field: string): JsonFields {
  const source = textOf(icon, 'src', field);
  checkSource(`${field}.src`, source);
  const mimeType = optional(icon, 'mimeType', field, textOf)?.trim().toLowerCase();
  if (mimeType !== undefined && !/^image\/./.test(mimeType)) {
    throw invalid(`${field}.mimeType`, `The ${field}.mimeType ${show(mimeType)} is no media type of images.`);
  }
  const sizes = optional(icon, 'sizes', field, textsOf);
  const theme = optional(icon, 'theme', field, textOf);
  // what answers say of an inherited icon must not make it one of the server's own
  if (icon['source'] === 'version') {
    throw invalid(`${field}.source`, `The ${field}.source "version" is only for answers: the icon belongs to a version.`);
  }
  const { src: _src, mimeType: _mimeType, sizes: _sizes, theme: _theme, source: _source, ...others } = icon;
  return {
    ...others,
    src: source,
    ...(sizes === undefined ? {} : { sizes }),
    ...(mimeType === undefined ? {} : { mimeType }),
    ...(theme === undefined ? {} : { theme }),
  };
}

/** Icons as they are kept. @throws invalid for more than 100, and for one that is none */
export function toIcons(icons: readonly JsonFields[], field: string): JsonFields[] {
  if (icons.length > MAX_ICONS) throw invalid(field, `The ${field} has ${icons.length} icons; at most ${MAX_ICONS} are allowed.`);
  return icons.map((icon, index) => toIcon(icon, `${field}[${index}]`));
}

/**
 * The icons a server is shown with: its own, and of its latest version those for which it has none of the same theme. A server that
 * says it has none has none.
 */
export function inheritIcons(own: readonly JsonFields[] | null, inherited: readonly JsonFields[]): JsonFields[] | null {
  if (own?.length === 0) return [];
  const themeOf = (icon: JsonFields) => icon['theme'] ?? null;
  const themes = new Set(own?.map(themeOf));
  const shown = [
    ...(own ?? []).map((icon) => ({ ...icon, source: 'server' })),
    ...inherited.filter((icon) => !themes.has(themeOf(icon))).map((icon) => ({ ...icon, source: 'version' })),
  ];
  return shown.length === 0 ? null : shown;
}
