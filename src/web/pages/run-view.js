import { element, factList, keyAndValue, link, section, tableSection, userText } from './elements.js';
import { duration, moment, size, status } from './values.js';

/** A run: its facts, note, metrics, params, tags and files. */
export async function runView(read, id) {
  const page = await read(`runs/${encodeURIComponent(id)}`);
  const { run, project, metrics, params, tags, note } = page;
  return {
    title: run.name || run.run_id,
    content: [
      element('nav', { 'aria-label': 'Above this run' }, link(['experiments', project.experiment_id], project.name)),
      element('h1', {}, userText(run.name), ' ', status(run.status), run.archived ? ' (deleted)' : ''),
      facts(page),
      note === undefined ? '' : section('Note', undefined, element('p', { class: 'note' }, userText(note))),
      tableSection('Metrics', metricColumns, metrics),
      tableSection('Params', keyAndValue('Param'), params),
      tableSection('Tags', keyAndValue('Tag'), tags),
      section('Artifacts', undefined, folder(read, run.run_id, '', true)),
    ],
  };
}

const metricColumns = [
  ['Metric', ({ key }) => userText(key)],
  ['Latest value', ({ value }) => String(value)],
  ['Step', ({ step }) => step],
  ['Time', ({ timestamp_ms }) => moment(timestamp_ms)],
];

function facts({ run, project, parent, entry_point, repository, branch, commit, artifact_root }) {
  const texts = {
    'Entry point': entry_point,
    Repository: repository,
    Branch: branch,
    Commit: commit,
    'Artifact root': artifact_root,
  };
  return factList([
    ['Run id', element('code', {}, run.run_id)],
    ['Experiment', link(['experiments', project.experiment_id], project.name)],
    ['Parent', parent && link(['experiments', project.experiment_id, 'runs', parent], parent)],
    ['Author', run.author && userText(run.author)],
    ['Started', moment(run.started_ms)],
    ['Ended', moment(run.ended_ms)],
    ['Took', duration(run.started_ms, run.ended_ms)],
    ...Object.entries(texts).map(([name, text]) => [name, text && userText(text)]),
  ]);
}

/** What lies in a folder; folders in it are read when they are opened. */
function folder(read, id, path, isOpen) {
  const list = element('ul', { class: 'files' });
  const fill = async () => {
    list.replaceChildren(element('li', { class: 'quiet' }, 'Reading…'));
    list.replaceChildren(...(await entries(read, id, path)));
  };
  if (isOpen) {
    void fill();
    return list;
  }
  const details = element('details', {}, element('summary', {}, userText(`${nameOf(path)}/`)), list);
  details.addEventListener('toggle', () => details.open && list.childElementCount === 0 && void fill());
  return details;
}

async function entries(read, id, path) {
  try {
    const { files } = await read(`runs/${encodeURIComponent(id)}/files?folder=${encodeURIComponent(path)}`);
    if (files.length === 0) return [element('li', { class: 'quiet' }, 'None.')];
    return files.map((file) => element('li', {}, file.is_folder ? folder(read, id, file.path, false) : download(id, file)));
  } catch (error) {
    return [element('li', {}, error.message)];
  }
}

function download(id, { path, size_bytes }) {
  const address = `bridge/v1/runs/${encodeURIComponent(id)}/files/${path.split('/').map(encodeURIComponent).join('/')}`;
  return [
    element('a', { href: address, download: nameOf(path) }, userText(nameOf(path))),
    ' ',
    element('span', { class: 'quiet' }, size(size_bytes)),
  ];
}

function nameOf(path) {
  return path.slice(path.lastIndexOf('/') + 1);
}
