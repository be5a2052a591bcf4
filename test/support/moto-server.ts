import { tmpdir } from 'node:os';
import { type ListeningServer, startListening } from './listening-server.ts';
import { freePort } from './postgres-server.ts';
import { pythonVariable } from './python-environments.ts';

/** Credentials any S3 client needs before it speaks; moto takes every pair. */
export const motoCredentials = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test-secret' } as const;

/** Starts moto, a server that speaks S3, with nothing stored. */
export async function startMoto(): Promise<ListeningServer> {
  const python = process.env[pythonVariable('mlflow3')];
  if (!python) throw new Error('The S3 server is not prepared: start tests by `npm test -- <ring or file>`.');
  const port = await freePort();
  return startListening({
    command: python,
    args: ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)],
    url: `http://127.0.0.1:${port}`,
    cwd: tmpdir(),
    env: motoCredentials,
    healthPath: '/moto-api/',
  });
}
