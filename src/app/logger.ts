import { type Logger, pino, stdTimeFunctions } from 'pino';

/** The log: one JSON object per line on standard error, written at once, so that nothing is lost when the process dies. */
export function makeLogger(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: ['password', 'authorization', 'headers.authorization', 'headers.cookie', 'databaseUrl'],
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
