import type { RunStatus } from './run.ts';

/**
 * Which status may follow which.
 * @see ClearML server 2.3.0, status machine of tasks
 */
const following: Readonly<Record<RunStatus, readonly RunStatus[]>> = {
  created: ['queued', 'in_progress'],
  queued: ['created', 'in_progress', 'stopped'],
  in_progress: ['stopped', 'failed', 'created', 'completed'],
  stopped: ['closed', 'created', 'failed', 'queued', 'in_progress', 'published', 'publishing', 'completed'],
  closed: ['created', 'failed', 'published', 'publishing', 'stopped'],
  failed: ['created', 'stopped', 'published', 'queued'],
  completed: ['published', 'in_progress', 'created'],
  publishing: ['published'],
  published: [],
  unknown: [],
};

/** Whether a run may go from one status to another; staying is always allowed. */
export function mayFollow(from: RunStatus, to: RunStatus): boolean {
  return from === to || following[from].includes(to);
}

/** A published run keeps what it is. */
export function isPublished(status: RunStatus): boolean {
  return status === 'published' || status === 'publishing';
}
