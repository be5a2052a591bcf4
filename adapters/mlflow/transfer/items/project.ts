import type { EntryItem, ProjectItem } from '../../../../src/bridge/item.ts';
import { splitLabels } from './entries.ts';

/** What MLflow says of an experiment. */
export interface ExperimentFacts extends Pick<ProjectItem, 'id' | 'workspace' | 'artifactRoot' | 'createdMs' | 'changedMs'> {
  name: string;
  isDeleted: boolean;
  tags: readonly EntryItem[];
}

/** The item of an experiment; its note stays a tag, because a project's description is another thing. */
export function toProjectItem({ isDeleted, tags, ...facts }: ExperimentFacts): ProjectItem {
  return {
    ...facts,
    kind: 'project',
    experimentId: facts.id,
    uuid: null,
    path: null,
    description: null,
    outputDestination: null,
    archived: isDeleted,
    hidden: false,
    isPublic: false,
    systemTags: [],
    user: null,
    updatedMs: null,
    ...splitLabels(tags),
  };
}
