import type { Door } from '../src/http/door.ts';
import { filesDoor } from './clearml/files-door.ts';
import { clearmlDoor } from './clearml/index.ts';
import { linksDoor } from './clearml/links-door.ts';
import { type MlflowDoorOptions, makeMlflowDoor } from './mlflow/index.ts';

/** What the doors need to be told. */
export type DoorOptions = MlflowDoorOptions;

/** Every front door; MLflow's alone where nothing but its artifacts is to be served. */
export function makeDoors(options: DoorOptions): Door[] {
  const mlflowDoor = makeMlflowDoor(options);
  return options.servesOnlyArtifacts ? [mlflowDoor] : [mlflowDoor, clearmlDoor, filesDoor, linksDoor];
}
