import type { Call } from '../conformance/mlflow/cases/case.ts';
import type { Compared } from '../conformance/mlflow/compare.ts';
import type { Finding, Proof } from './proof.ts';

/** Characters of an answer that are shown. */
const ANSWER_CHARACTERS = 1200;

/** A finding as Markdown: the calls that show it, in the form of the hand-written cases, and both answers. */
export function describe({ family, signature, times, shortest, comesAgain }: Finding): string {
  const lines = shortest.sent.map(({ call }, index) => `${index + 1}. \`${shown(call)}\``);
  const often = `met ${times} ${times === 1 ? 'time' : 'times'}${comesAgain ? '' : ', but not when sent again'}`;
  return [
    `### ${family}: ${signature}`,
    often,
    '',
    ...lines,
    '',
    `- original: \`${answer(shortest.original)}\``,
    `- ours: \`${answer(shortest.ours)}\``,
    '',
  ].join('\n');
}

/** The whole report as Markdown. */
export function reportOf(proofs: readonly Proof[], seed: number): string {
  const rows = proofs.map(({ family, calls, findings, excepted }) => {
    const met = [...excepted].map(([name, times]) => `${name} (${times})`).join(', ');
    return `| ${family} | ${calls} | ${findings.length} | ${met} |`;
  });
  return [
    `# Generated calls, seed ${seed}`,
    '',
    '| family | calls | differences | listed exceptions met |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    ...proofs.flatMap(({ findings }) => findings.map(describe)),
  ].join('\n');
}

function shown({ send, body, keep }: Call): string {
  const parts = [send, body === undefined ? '' : JSON.stringify(body), keep ? `keep ${JSON.stringify(keep)}` : ''];
  return shortened(parts.filter(Boolean).join(' '));
}

function answer({ status, type, body, message }: Compared): string {
  return `${status} ${type} ${shortened(JSON.stringify(body))}${message === undefined ? '' : ` "${message.slice(0, 200)}"`}`;
}

/** Long runs of one character are counted, and long texts cut. */
function shortened(text: string): string {
  const counted = text.replace(/(.)\1{40,}/g, (run, character: string) => `${character}{${run.length}}`);
  return counted.length > ANSWER_CHARACTERS ? `${counted.slice(0, ANSWER_CHARACTERS)}...` : counted;
}
