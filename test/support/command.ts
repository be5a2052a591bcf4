import { spawn } from 'node:child_process';

/** How a finished command ended. `status` is null when a signal ended it. */
export interface CommandResult {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** What may be set for a command beside its arguments. */
export interface CommandOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
  /** Ends the command with SIGKILL when it takes longer. */
  timeoutMs?: number;
}

/** Runs a command to its end and hands back everything it wrote. Rejects only when it cannot be started. */
export function runCommand(command: string, args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const { timeoutMs, ...rest } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...rest, stdio: ['ignore', 'pipe', 'pipe'], timeout: timeoutMs, killSignal: 'SIGKILL' });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}

/** Like {@link runCommand}, but a status other than 0 is an error that shows the end of what the command wrote. */
export async function runOrThrow(command: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  const result = await runCommand(command, args, options);
  if (result.status !== 0) {
    const output = `${result.stdout}\n${result.stderr}`.trim().split('\n').slice(-30).join('\n');
    throw new Error(`${command} ${args.join(' ')} ended with status ${result.status}:\n${output}`);
  }
  return result.stdout;
}

/** Whether a command exists and answers its version question with status 0. */
export async function isCommand(command: string, versionFlag = '--version'): Promise<boolean> {
  try {
    return (await runCommand(command, [versionFlag])).status === 0;
  } catch {
    return false;
  }
}
