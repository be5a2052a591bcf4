import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { runOrThrow } from '../../support/command.ts';
import { javaMissingVariable, javaOutput } from '../../support/java.ts';
import { startTrackbridge, type TrackbridgeServer } from '../../support/trackbridge-server.ts';

const expected = `status=FINISHED
experiment=true
param=lr:0.5
param=épochs:12
metric=acc:1.0@9223372036854775807
metric=loss:0.125@8
metric=nan:NaN@0
history=2
found=1
page=1
by name=true
unknown name=false
deleted=deleted
restored=active
changed param=400
`;

let server: TrackbridgeServer;
before(async () => {
  server = await startTrackbridge();
});

test('the Java client logs, searches and reads a run', { skip: process.env[javaMissingVariable] }, async () => {
  const classPath = [join(javaOutput, 'classes'), join(javaOutput, 'dependency', '*')].join(':');
  const utf8 = ['-Dfile.encoding=UTF-8', '-Dsun.stdout.encoding=UTF-8', '-Dstdout.encoding=UTF-8'];
  assert.equal(await runOrThrow('java', [...utf8, '-cp', classPath, 'Main', server.url], { timeoutMs: 120_000 }), expected);
});
