import { join } from 'node:path';
import { isCommand, runOrThrow } from './command.ts';
import { projectRoot } from './project.ts';

/** Set to why the Java client cannot run; empty when it can. */
export const javaMissingVariable = 'TRACKBRIDGE_TEST_JAVA_MISSING';

/** The Maven project that drives the Java client. */
export const javaProject = join(projectRoot, 'test/conformance/mlflow/java');

/** Where Maven's output and the client's jars are kept between runs. */
export const javaOutput = join(projectRoot, '.cache/java');

/** Compiles the Java client's test program when Maven and a JDK are here, and tells the tests when they are not. */
export async function prepareJava(say: (line: string) => void): Promise<void> {
  if (!(await isCommand('mvn')) || !(await isCommand('javac'))) {
    process.env[javaMissingVariable] = 'Maven and a JDK are not installed';
    return;
  }
  const startedAt = Date.now();
  say('java: compiling the client’s program with Maven');
  await runOrThrow('mvn', [
    '-q',
    '-B',
    '-f',
    javaProject,
    `-Dtrackbridge.output=${javaOutput}`,
    'package',
    'dependency:copy-dependencies',
  ]);
  say(`java: ready in ${Math.round((Date.now() - startedAt) / 1000)} s`);
}
