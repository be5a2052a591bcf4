import type { Credentials } from './side.ts';
import type { Selection } from './source.ts';

/** What can be done with a transfer, one after the other. */
export const transferSteps = ['plan', 'run', 'verify', 'rollback'] as const;
export type TransferStep = (typeof transferSteps)[number];

/** Which way a history goes, seen from here. */
export type Direction = 'import' | 'export';

/** What is to be done, in a process of its own. */
export interface TransferOrder {
  direction: Direction;
  /** The other side, without a login. */
  address: string;
  selection: Selection;
  steps: readonly TransferStep[];
  /** How much of points and files is compared: `100%`, `5%`, or a number of items. */
  sample: string | undefined;
  /** Who asked for it: 32 lower hex. */
  userId: string;
  credentials: Credentials;
}

/** Carries out transfers that were asked for over HTTP, so that no request waits for them and none can slow the server down. */
export interface TransferRunner {
  /**
   * Opens both sides and begins.
   * @returns the id of the transfer, 32 lower hex, as soon as both sides are open
   * @throws what opening them throws; wrong_state when that transfer is under way, or too many are
   */
  begin(order: TransferOrder): Promise<string>;
  /** Ends what this process began, and waits for it. */
  close(): Promise<void>;
}
