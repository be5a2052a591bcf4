import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { pythonNames, runPython } from '../../support/python.ts';
import { startTrackbridge, type TrackbridgeServer } from '../../support/trackbridge-server.ts';

interface Files {
  root: string[];
  sizes: Record<string, number | null>;
  of_a_file: string[];
  different: string[];
  refused: string[];
  text: string;
  dict: unknown;
  image: number[];
  table_rows: number;
  missing: string;
}

interface Model {
  prediction: number;
  pyfunc: number;
  history: number;
  status?: string;
  tag?: string;
  outputs?: boolean[];
  name?: string;
}

for (const name of pythonNames) {
  describe(`artifacts and models of ${name}`, () => {
    let server: TrackbridgeServer;
    let files: Files;
    before(async () => {
      server = await startTrackbridge();
      files = await runPython<Files>(name, 'artifacts.py', server.url);
    });

    test('files of every name come back byte for byte', () => {
      assert.deepEqual(files.refused, []);
      assert.deepEqual(files.different, []);
    });

    test('folders list with sizes, and a file lists nothing', () => {
      assert.deepEqual(files.root, ['all', 'dicts', 'figures', 'folder', 'images', 'plain.txt', 'tables', 'texts']);
      assert.equal(files.sizes['all/bytes.bin'], 256 * 257);
      assert.equal(files.sizes['all/ünï-試験.txt'], 2);
      assert.deepEqual(files.of_a_file, []);
    });

    test('texts, dicts, images and tables read back through the client', () => {
      assert.equal(files.text, 'text ü');
      assert.deepEqual(files.dict, { a: [1, 2, { b: null }] });
      assert.deepEqual(files.image, [8, 8]);
      assert.equal(files.table_rows, 3);
    });

    test('a file that is not there is an error the client understands', () => {
      assert.equal(files.missing, 'MlflowException');
    });

    test('a model logged on purpose loads back by its own address and by its run', async () => {
      const model = await runPython<Model>(name, 'logged_model.py', server.url);
      const { prediction, pyfunc, history, status, tag, outputs } = model;
      assert.deepEqual({ prediction, pyfunc }, { prediction: 10, pyfunc: 10 });
      const expected =
        name === 'mlflow2'
          ? { history: 1, status: undefined, tag: undefined, outputs: undefined }
          : { history: 0, status: 'READY', tag: 'trial', outputs: [true] };
      assert.deepEqual({ history, status, tag, outputs }, expected);
    });
  });
}
