import type { Context } from '../context.ts';
import { ensureSetting } from '../store/settings.ts';
import type { SideFacts } from './source.ts';

/** Our own record as a side of a transfer. It is the same one wherever its database moves to. */
export async function recordFacts({ db, newId }: Context): Promise<SideFacts> {
  const installation = await ensureSetting(db, 'installation_id', newId());
  return {
    address: 'trackbridge',
    tool: 'trackbridge',
    description: 'the record of trackbridge',
    identity: `trackbridge:${installation}`,
  };
}
