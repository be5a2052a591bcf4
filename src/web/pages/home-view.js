import { element, link, section, table } from './elements.js';
import { moment } from './values.js';

/** How a client is connected, and the experiments. */
export async function homeView(read, _parts, query) {
  const after = query.get('after');
  const { projects, next } = await read(`projects${after ? `?after=${encodeURIComponent(after)}` : ''}`);
  const columns = [
    ['Name', ({ experiment_id, name }) => link(['experiments', experiment_id], name)],
    ['Id', ({ experiment_id }) => experiment_id],
    ['Created', ({ created_ms }) => moment(created_ms)],
    ['Changed', ({ changed_ms }) => moment(changed_ms)],
  ];
  const older = next && element('p', {}, element('a', { href: `#/?after=${encodeURIComponent(next)}` }, 'More experiments'));
  return {
    title: 'Experiments',
    content: [element('h1', {}, 'Experiments'), table('Experiments', columns, projects), older || '', connecting()],
  };
}

function connecting() {
  const address = `${location.origin}${location.pathname}`.replace(/(\/bridge)?\/$/, '');
  return section(
    'Connect a client',
    undefined,
    element('pre', { tabindex: '0', 'aria-label': 'In a shell' }, `export MLFLOW_TRACKING_URI=${address}`),
    element('pre', { tabindex: '0', 'aria-label': 'In Python' }, `mlflow.set_tracking_uri("${address}")`),
  );
}
