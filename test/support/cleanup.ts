import { after } from 'node:test';

const steps: (() => Promise<unknown>)[] = [];

// bound here, when a test file is loaded: inside a `before` hook it would belong to the hook and run as soon as that is done
after(async () => {
  for (let step = steps.pop(); step; step = steps.pop()) await step();
});

/** Has something done when the test file is done, last begun first. For support modules; the runner must not import it. */
export function atEndOfFile(step: () => Promise<unknown>): void {
  steps.push(step);
}
