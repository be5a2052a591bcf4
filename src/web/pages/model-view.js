import { element, factList, keyAndValue, link, tableSection, userText } from './elements.js';
import { moment, status } from './values.js';

/** A model: its facts, params and tags, and the way to the run that made it. */
export async function modelView(read, id) {
  const model = await read(`models/${encodeURIComponent(id)}`);
  const { project, run_id, framework } = model;
  return {
    title: model.name || model.model_id,
    content: [
      element('nav', { 'aria-label': 'Above this model' }, link(['experiments', project.experiment_id], project.name)),
      element('h1', {}, userText(model.name), ' ', status(model.status)),
      factList([
        ['Model id', element('code', {}, model.model_id)],
        ['Experiment', link(['experiments', project.experiment_id], project.name)],
        ['Made by', run_id && link(['runs', run_id], run_id)],
        ['Framework', framework && userText(framework)],
        ['Created', moment(model.created_ms)],
        ['Changed', moment(model.changed_ms)],
        ['Artifact root', userText(model.artifact_root)],
      ]),
      tableSection('Params', keyAndValue('Param'), model.params),
      tableSection('Tags', keyAndValue('Tag'), model.tags),
    ],
  };
}
