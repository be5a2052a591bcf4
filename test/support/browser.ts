import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/** Program of an installed Chromium or Chrome; undefined when there is none. */
const program = places.find((place) => existsSync(place));

/** Why tests in a browser cannot run here; false when they can. */
export const noBrowser: string | false = program === undefined && 'no Chromium on this machine (apt-get install chromium)';

/** Starts a browser without a window. It may run as root: all it opens is our own server. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
