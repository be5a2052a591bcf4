import { access } from './cases/access.ts';
import { families } from './cases/all.ts';
import type { Call, Difference } from './cases/case.ts';

/** A call that we answer otherwise than the original on purpose, with both answers and the reason. */
export interface KnownDifference extends Difference {
  /** Title of the case it stands in. */
  where: string;
  call: Call;
}

/** Every listed exception. Their number is printed at the end of `npm test`. */
export const knownDifferences: readonly KnownDifference[] = [...Object.values(families).flat(), ...access].flatMap(
  ({ title, calls }) => calls.flatMap((call) => (call.differs ? [{ ...call.differs, where: title, call }] : [])),
);
