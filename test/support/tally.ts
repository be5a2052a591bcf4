import { inspect } from 'node:util';

/** What one event of node:test says about a finished test. */
export interface TestOutcome {
  name: string;
  file?: string;
  skip?: string | boolean;
  todo?: string | boolean;
  details: { type?: string; duration_ms?: number; error?: Error };
}

/** The count of a whole run, and what has to be said at its end. */
export class Tally {
  passed = 0;
  failed = 0;
  readonly skipped: string[] = [];
  readonly failures: string[] = [];

  /** Counts a test that did not fail; suites are only brackets around tests. */
  pass(test: TestOutcome): void {
    if (test.details.type === 'suite') return;
    if (test.skip || test.todo) this.skip(`${where(test)}${test.name}`, String(test.skip || test.todo));
    else this.passed += 1;
  }

  /** Counts a failed test. A suite that fails only because a test inside failed adds nothing. */
  fail(test: TestOutcome): void {
    const { error, type } = test.details;
    if (error && 'failureType' in error && error.failureType === 'subtestsFailed') return;
    if (type === 'suite' && !error) return;
    this.failed += 1;
    const cause = error?.cause ?? error;
    const text = cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause);
    this.failures.push(`${where(test)}${test.name}\n${text.replace(/^/gm, '    ')}`);
  }

  /** Counts something that was not run; the reason is shown. */
  skip(what: string, reason: string): void {
    this.skipped.push(`${what}: ${reason}`);
  }

  /** The very last line of a run. */
  line(): string {
    return `${this.passed} passed, ${this.failed} failed, ${this.skipped.length} skipped`;
  }
}

function where(test: TestOutcome): string {
  const file = test.file?.replace(`${process.cwd()}/`, '');
  return file && file !== test.name ? `${file} > ` : '';
}
