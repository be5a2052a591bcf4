import type { Door } from '../../src/http/door.ts';
import { ApiError } from './errors.ts';

/** Operations nobody has written yet; a name leaves this list when its handler enters the other. */
export const unbuilt = ['reports.get_task_data'] as const;

export const unbuiltHandlers: Door['handlers'] = Object.fromEntries(
  unbuilt.map((id) => [
    id,
    async () => {
      throw new ApiError(500, 9999, id);
    },
  ]),
);
