/** The load generator: a process of its own, so that what it costs is the same for every server. Jobs come over IPC. */
import { type LoadName, loads } from './loads.ts';
import type { Figures, Target } from './measuring.ts';
import type { Plan } from './plan.ts';

/** A job for the load process. */
export interface LoadJob {
  load: LoadName;
  target: Target;
  plan: Plan;
}

/** What it answers: figures, or why there are none. */
export type LoadAnswer = { figures: Figures } | { error: string };

const answer = (message: LoadAnswer) => process.send?.(message);

process.on('message', (job: LoadJob) => {
  loads[job.load](job.target, job.plan).then(
    (figures) => answer({ figures }),
    (error: unknown) => answer({ error: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => process.exit());
