import { randomUUID } from 'node:crypto';

/** A new id as runs and projects have them: 32 lower hex. */
export function newId(): string {
  return randomUUID().replaceAll('-', '');
}
