import type { Family } from '../sequence.ts';
import { experiments, metrics, runs } from './tracking.ts';

/** Every family that is generated, by the name `npm run proof -- --family` takes. */
export const families: Readonly<Record<string, Family>> = {
  experiments,
  runs,
  metrics,
};
