import { element, link, table, userText } from './elements.js';
import { duration, moment, status } from './values.js';

/** An experiment and its newest runs. */
export async function experimentView(read, experiment, query) {
  const after = query.get('after');
  const path = `projects/${encodeURIComponent(experiment)}${after ? `?after=${encodeURIComponent(after)}` : ''}`;
  const { project, runs, next } = await read(path);
  const columns = [
    ['Run', ({ run_id, name }) => link(['experiments', experiment, 'runs', run_id], name)],
    ['Status', (run) => status(run.status)],
    ['Started', ({ started_ms }) => moment(started_ms)],
    ['Took', ({ started_ms, ended_ms }) => duration(started_ms, ended_ms)],
    ['Author', ({ author }) => author && userText(author)],
  ];
  const older =
    next &&
    element(
      'p',
      {},
      element('a', { href: `#/experiments/${encodeURIComponent(experiment)}?after=${encodeURIComponent(next)}` }, 'Older runs'),
    );
  return {
    title: project.name,
    content: [
      element('h1', {}, userText(project.name)),
      element(
        'p',
        { class: 'quiet' },
        `Experiment ${project.experiment_id}`,
        project.archived ? ', deleted' : '',
        after ? ', older runs' : ', newest runs first',
      ),
      runs.length > 0 ? table('Runs', columns, runs) : element('p', {}, 'No runs yet.'),
      older || '',
    ],
  };
}
