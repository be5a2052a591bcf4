import type { WebhookEvent } from '../model/webhook.ts';

/** What is told of an event, as JSON. Names are spelled as the receivers know them: `run_id`. */
export function dataOf({ data }: WebhookEvent): string {
  return JSON.stringify(Object.fromEntries(Object.entries(data).map(([name, value]) => [toSnakeCase(name), value])));
}

function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
