import type { Door } from '../src/http/door.ts';
import { filesDoor } from './clearml/files-door.ts';
import { clearmlDoor } from './clearml/index.ts';
import { linksDoor } from './clearml/links-door.ts';
import { type MlflowDoorOptions, makeMlflowDoor } from './mlflow/index.ts';

/** What the doors need to be told. */
export type DoorOptions = MlflowDoorOptions;

/** Every front door. */
export function makeDoors(options: DoorOptions): Door[] {
  return [makeMlflowDoor(options), clearmlDoor, filesDoor, linksDoor];
}
