import type { Servers } from '../conformance/mlflow/compare.ts';
import { exceptionOf } from './exceptions.ts';
import { families } from './families/all.ts';
import { type Answered, play } from './sequence.ts';
import { shrink } from './shrink.ts';
import { signatureOf } from './signature.ts';

/** One difference, with how often it was met and the shortest sequence that shows it. */
export interface Finding {
  family: string;
  signature: string;
  times: number;
  shortest: Answered;
  /** False when sending the calls again did not show it again. */
  comesAgain: boolean;
}

/** What the calls of a family gave. */
export interface Proof {
  family: string;
  calls: number;
  findings: Finding[];
  /** Calls that both servers carried out, by operation. A family in which some never succeed proves little of them. */
  succeeded: Map<string, number>;
  /** Names of the exceptions that were met, with how often. */
  excepted: Map<string, number>;
}

/** Moves of one sequence: long enough for things to have a history, short enough to be shrunk quickly. */
const MOVES = 24;

/**
 * Sends generated calls of a family to both servers until there are enough of them.
 * @param onProgress told the number of calls so far, and of the differences
 * @throws Error for a family that is not known
 */
export async function prove(
  servers: Servers,
  name: string,
  { calls, seed }: { calls: number; seed: number },
  onProgress: (calls: number, differences: number) => void = () => undefined,
): Promise<Proof> {
  const family = families[name];
  if (!family) throw new Error(`The families are ${Object.keys(families).join(', ')}, not ${JSON.stringify(name)}.`);
  const proof: Proof = { family: name, calls: 0, findings: [], succeeded: new Map(), excepted: new Map() };
  for (let sequence = 0; proof.calls < calls; sequence += 1) {
    const found: Answered[] = [];
    await play(servers, family, { seed: seed * 1_000_003 + sequence, moves: MOVES }, (answered) => {
      proof.calls += 1;
      const { operation } = answered.last;
      const before = proof.succeeded.get(operation) ?? 0;
      proof.succeeded.set(operation, before + (answered.same && answered.ours.status < 300 ? 1 : 0));
      if (!answered.same) found.push(answered);
    });
    for (const answered of found) await note(servers, proof, answered);
    onProgress(proof.calls, proof.findings.length);
  }
  return proof;
}

/** Files a difference: under its exception, with its like, or as a finding of its own. */
async function note(servers: Servers, proof: Proof, answered: Answered): Promise<void> {
  const exception = exceptionOf(answered);
  if (exception) {
    proof.excepted.set(exception.name, (proof.excepted.get(exception.name) ?? 0) + 1);
    return;
  }
  const signature = signatureOf(answered);
  const known = proof.findings.find((finding) => finding.signature === signature);
  if (known) {
    known.times += 1;
    return;
  }
  const shortest = await shrink(servers, answered);
  proof.findings.push({
    family: proof.family,
    signature,
    times: 1,
    shortest: shortest ?? answered,
    comesAgain: shortest !== undefined,
  });
}
