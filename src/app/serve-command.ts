import { Command } from 'commander';
import { readConfig } from './config.ts';
import { makeLogger } from './logger.ts';
import { serve } from './serve.ts';
import { addSettings } from './setting-options.ts';
import {
  clearmlSettings,
  type Given,
  ignoredSettings,
  mlflowSettings,
  networkSettings,
  oidcSettings,
  outboundSettings,
  pageSettings,
  securitySettings,
  storageSettings,
} from './settings.ts';

const examples = `
Examples:
  trackbridge serve                                       on this machine only, everything in ./trackbridge-data
  trackbridge serve --port 5050 --home /srv/trackbridge   another port, another place
  trackbridge serve --host 0.0.0.0 --auth on              for a team, with a login
  trackbridge serve --mlflow-ui auto                      with MLflow's own web pages, of the mlflow that is installed
  DATABASE_URL=postgresql://user:password@db/trackbridge \\
    trackbridge serve --artifacts-destination s3://bucket/prefix   with a Postgres and a bucket of yours

An option beats its environment variable. A running server is stopped with Ctrl-C or SIGTERM: requests in flight finish first.`;

/** `serve`: runs the server until it is told to stop. */
export function serveCommand(): Command {
  const command = new Command('serve')
    .description('run the server')
    .helpOption('--help', 'show this help')
    .addHelpText('after', examples)
    .action(run);
  addSettings(command, 'Where it listens:', networkSettings);
  addSettings(command, 'Where data lie:', storageSettings);
  addSettings(command, 'Who gets in:', securitySettings);
  addSettings(command, 'For MLflow clients:', mlflowSettings);
  addSettings(command, 'For browsers:', pageSettings);
  addSettings(command, 'For ClearML clients:', clearmlSettings);
  addSettings(command, 'Signing in elsewhere (OpenID Connect):', oidcSettings);
  addSettings(command, 'What it sends by itself:', outboundSettings);
  addSettings(command, 'Known from mlflow server:', ignoredSettings);
  return command;
}

async function run(given: Given): Promise<void> {
  const config = readConfig(given);
  const log = makeLogger(config.logLevel);
  const { compose } = await import('./compose.ts');
  const told = stopSignal();
  const server = await serve(config, log, compose);
  process.stdout.write(server.banner);
  await told;
  await server.stop();
  process.exit(0);
}

/** Settles when the server is told to stop; being told twice ends the process at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let isTold = false;
    const tell = () => {
      if (isTold) process.exit(1);
      isTold = true;
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, tell);
    // closed when the process that handed over to this one was killed
    process.once('disconnect', tell);
    process.channel?.unref();
  });
}
