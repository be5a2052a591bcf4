/**
 * Records what MLflow 3.17.2 makes of the corpus: `node test/conformance/mlflow/filter-record.ts <python with mlflow>` writes
 * test/fixtures/mlflow-filters.jsonl. With a seed and a count after it, prints the verdicts of so many other cases instead.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { corpus, generatedCases } from './filter-corpus.ts';

const [python = 'python3', seed, count] = process.argv.slice(2);
const cases = seed ? generatedCases(Number(seed), Number(count)) : corpus();
const { stdout, stderr, status } = spawnSync(python, [`${import.meta.dirname}/filter-record.py`], {
  input: cases.map((one) => JSON.stringify(one)).join('\n'),
  encoding: 'utf8',
  maxBuffer: 2 ** 30,
});
if (status !== 0) throw new Error(stderr);
if (seed) process.stdout.write(stdout);
else writeFileSync(`${import.meta.dirname}/../../fixtures/mlflow-filters.jsonl`, stdout);
