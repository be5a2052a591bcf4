import { BridgeError } from '../model/errors.ts';

/** What a broken constraint means to a person, by the constraint's name. */
const constraints: Record<string, string> = {
  mcp_servers_name_key: 'An MCP server with this name exists already.',
  mcp_server_versions_pkey: 'The MCP server has this version already; a deleted one keeps its number.',
  projects_name_key: 'An experiment with this name exists already; a deleted one keeps its name.',
  queues_name_key: 'A queue with this name exists already.',
  registered_models_name_key: 'A registered model with this name exists already.',
  workspaces_name_key: 'A workspace with this name exists already.',
  roles_name_key: 'A role with this name exists already in the workspace.',
  users_name_key: 'A user with this name exists already.',
  users_pkey: 'A user with this id exists already.',
};
/** What it is of, where that is not plain from the field. */
const kinds: Record<string, string> = { users_name_key: 'user', users_pkey: 'user' };

/** Codes of a server that is starting, stopping, full or unreachable: the same request may succeed later. */
const away = /^(08|53|57P0|ECONN|EPIPE|ETIMEDOUT|ENOENT)/;

/** A text that is no value of its type, a number or moment out of range, a negative limit or offset. */
const malformed = new Set(['22P02', '22003', '22007', '22008', '2201W', '2201X']);

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Turns what the driver throws into the model's words; anything not recognised is passed on as it is. */
export function toBridgeError(error: unknown): unknown {
  if (error instanceof BridgeError || !(error instanceof Error)) return error;
  const code = codeOf(error);
  if (code === '23505') {
    const constraint = 'constraint' in error ? String(error.constraint) : '';
    return new BridgeError('already_exists', constraints[constraint] ?? `Something like it exists already (${constraint}).`, {
      field: constraint,
      resource: kinds[constraint],
      cause: error,
    });
  }
  if (code === '23503') {
    const message = 'What this belongs to, or what belongs to it, came or went at the same moment; look again.';
    return new BridgeError('wrong_state', message, { cause: error });
  }
  if (malformed.has(code)) {
    return new BridgeError('invalid', `A value is malformed or out of range: ${error.message}.`, { cause: error });
  }
  if (code === '22021' || code === '22P05') {
    return new BridgeError('invalid', 'A text holds the character U+0000, which cannot be stored.', { cause: error });
  }
  if (code === '2201B') {
    return new BridgeError('invalid', `A regular expression is not valid: ${error.message}.`, {
      field: 'pattern',
      reason: 'pattern',
      cause: error,
    });
  }
  // not `unavailable`: clients would send the same again and again
  if (code === '57014')
    return new BridgeError('too_large', 'This takes the database too long; ask for less at once.', { cause: error });
  if (code === '40001' || code === '40P01') {
    return new BridgeError('unavailable', 'Too many writers changed the same rows at once; try again.', { cause: error });
  }
  const lost = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;
  if (away.test(code) || lost.test(error.message)) {
    return new BridgeError('unavailable', 'The database cannot be reached at the moment; try again.', { cause: error });
  }
  return error;
}
