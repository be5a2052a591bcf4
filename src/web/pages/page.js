import { element, userText } from './elements.js';
import { experimentView } from './experiment-view.js';
import { homeView } from './home-view.js';
import { modelView } from './model-view.js';
import { runView } from './run-view.js';

/** What is shown, by what stands after the hash sign; the first pattern that fits is taken. */
const routes = [
  [/^\/?$/, homeView],
  [/^\/experiments\/([^/]+)\/runs\/([^/]+)/, (read, [, run]) => runView(read, run)],
  [/^\/runs\/([^/]+)/, (read, [run]) => runView(read, run)],
  [/^\/models\/([^/]+)/, (read, [model]) => modelView(read, model)],
  [/^\/experiments\/([^/]+)/, (read, [experiment], query) => experimentView(read, experiment, query)],
];

const main = document.getElementById('main');
let loading = new AbortController();

/** Reads from this server's own interface. @throws Error with its sentence */
async function read(path, signal) {
  const answer = await fetch(`bridge/v1/${path}`, { signal, headers: { accept: 'application/json' } });
  const data = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(data.error?.message ?? `The server answered ${answer.status}.`);
  return data;
}

function find(address) {
  const [path, query = ''] = address.replace(/^#/, '').split('?');
  for (const [pattern, view] of routes) {
    const match = pattern.exec(path);
    if (match) return (reader) => view(reader, match.slice(1).map(decode), new URLSearchParams(query));
  }
  return undefined;
}

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function message(title, text) {
  return { title, content: [element('h1', {}, title), element('p', {}, text)] };
}

async function makeView(signal) {
  const view = find(location.hash);
  if (!view) return message('Not here', `This server has no page ${location.hash} yet.`);
  try {
    return await view((path) => read(path, signal));
  } catch (error) {
    return message('This cannot be shown', error.message);
  }
}

/** Shows what the address asks for. An older request that is still under way is dropped. */
async function show() {
  loading.abort();
  const current = new AbortController();
  loading = current;
  main.setAttribute('aria-busy', 'true');
  const { title, content } = await makeView(current.signal);
  if (current.signal.aborted) return;
  document.title = `${title} · trackbridge`;
  main.replaceChildren(...content);
  main.removeAttribute('aria-busy');
  scrollTo(0, 0);
}

/** Ends the session, and goes where people sign in again or sign out elsewhere too. */
async function signOut() {
  const answer = await fetch('logout', { method: 'POST' });
  const { next } = await answer.json();
  location.assign(next);
}

/** Who is signed in, where there is a session to end. */
async function showSession() {
  const session = await read('session').catch(() => undefined);
  if (!session?.ends) return;
  const button = element('button', { type: 'button' }, 'Sign out');
  button.addEventListener('click', () => void signOut());
  document.querySelector('header').append(element('span', { class: 'session' }, userText(session.name), ' ', button));
}

addEventListener('hashchange', show);
void show();
void showSession();
