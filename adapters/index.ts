import type { Door } from '../src/http/door.ts';
import type { ToolView } from '../src/model/viewed.ts';
import { filesDoor } from './clearml/files-door.ts';
import { clearmlDoor } from './clearml/index.ts';
import { linksDoor } from './clearml/links-door.ts';
import { clearmlView } from './clearml/view.ts';
import { type MlflowDoorOptions, makeMlflowDoor } from './mlflow/index.ts';
import { mlflowView } from './mlflow/view.ts';

/** Finds MLflow's own web pages on this machine. */
export { findBundle as findMlflowUi } from './mlflow/ui/find-bundle.ts';

/** What the doors need to be told. */
export type DoorOptions = MlflowDoorOptions;

/** Every front door; MLflow's alone where nothing but its artifacts is to be served. */
export function makeDoors(options: DoorOptions): Door[] {
  const mlflowDoor = makeMlflowDoor(options);
  return options.servesOnlyArtifacts ? [mlflowDoor] : [mlflowDoor, clearmlDoor, filesDoor, linksDoor];
}

/** How each tool shows what the record holds, by the tool's name. */
export const toolViews: Readonly<Record<string, ToolView>> = { MLflow: mlflowView, ClearML: clearmlView };
