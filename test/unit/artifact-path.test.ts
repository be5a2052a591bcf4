import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { joinArtifactPath, toArtifactFilePath, toArtifactPath } from '../../src/model/artifact-path.ts';
import { BridgeError } from '../../src/model/errors.ts';

/** A hostile text in every disguise a client could put it in. */
function disguises(text: string): string[] {
  const once = [...text].map((c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');
  const encode = (layer: string) => layer.replaceAll('%', '%25');
  return [text, once, once.toUpperCase(), encode(once), encode(encode(once)), encode(encode(encode(once.toUpperCase())))];
}

const hostile = {
  'a parent part': ['..', '../x', 'a/..', 'a/../b', 'a/b/../../..', './..', '..;', '..;/x', 'a/..;p=1/b'],
  'a backslash': ['\\', 'a\\b', '..\\x', 'a\\..\\b', '\\\\host\\share'],
  'an absolute path': ['/', '/etc/passwd', '//etc/passwd', '///proc/self/environ', 'C:/x', './c:/x'],
  'an address': [
    'http://h/x',
    'HTTP:///x',
    's3://b/k',
    'file:///etc/passwd',
    'FiLe:/etc',
    'file:x',
    'dbfs:/x',
    'mlflow-artifacts:/x',
  ],
  'a fragment': ['#', 'a#b', '#/../x', 'http:///#/../x'],
  NUL: ['\0', 'a\0b', '..\0/x', 'a.txt\0.png'],
};

describe('toArtifactPath', () => {
  for (const [title, texts] of Object.entries(hostile)) {
    it(`refuses ${title} however often and in whatever case it is encoded`, () => {
      for (const text of texts.flatMap(disguises)) {
        for (const read of [toArtifactPath, toArtifactFilePath]) {
          assert.throws(
            () => read(text),
            (error) => error instanceof BridgeError && error.code === 'invalid' && error.field === 'path',
            JSON.stringify(text),
          );
        }
      }
    });
  }

  it('refuses a path encoded more than ten times and one that is no Unicode', () => {
    assert.throws(() => toArtifactPath(`%${'25'.repeat(12)}2e`), /encoded too many times/);
    assert.throws(() => toArtifactPath('a\ud800b'), /not valid Unicode/);
  });

  it('names the path it refuses', () => {
    assert.throws(() => toArtifactPath('a/../b'), /"a\/\.\.\/b"/);
  });

  it('gives every spelling of a path the same form', () => {
    for (const spelling of ['a/b c', 'a/b%20c', 'a%2fb%2520c', 'a//b c', './a/./b c', 'a/b c/']) {
      assert.equal(toArtifactPath(spelling), 'a/b c', spelling);
    }
    for (const spelling of ['', '.', './', 'a/'.slice(1, 1)]) assert.equal(toArtifactPath(spelling), '');
  });

  it('keeps names that only look hostile', () => {
    for (const name of ['...', '..b', 'b..', '.hidden', 'a;b', 'a?b', 'colon:a', 'plus+', '100%', '%zz', 'tést/日', 'c:x']) {
      assert.equal(toArtifactPath(name), name);
    }
  });

  it('escapes control characters, so that a listed name reads back', () => {
    assert.equal(toArtifactPath('a\nb'), 'a%0ab');
    assert.equal(toArtifactPath('a%0Ab'), 'a%0ab');
    assert.equal(toArtifactPath('a%0ab'), 'a%0ab');
  });

  it('replaces bytes that are no UTF-8, overlong dots among them', () => {
    assert.equal(toArtifactPath('bad%ff'), 'bad\ufffd');
    assert.equal(toArtifactPath('%c0%ae%c0%ae/x'), '\ufffd\ufffd\ufffd\ufffd/x');
  });

  it('gives for any text either a refusal or a canonical path that stays as it is', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('..', '.', '/', '%2e', '%252e', '%2f', '%5c', '%00', '%25', ';', '#', ':', '\\'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const path = readOrRefuse(pieces.join(''));
        if (path === undefined || path === '') return;
        assert.equal(toArtifactPath(path), path);
        const parts = path.split('/');
        assert.ok(parts.every((part) => part !== '' && part !== '.' && part !== '..'));
        assert.doesNotMatch(path, /[\\#]|^\/|\/$/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('toArtifactFilePath', () => {
  it('refuses what names no file: nothing, a final slash, dots', () => {
    for (const path of ['', '.', 'a/', 'a%2f', 'a%252f', './a', 'a/.', 'a/./b']) {
      assert.throws(() => toArtifactFilePath(path), { code: 'invalid' }, path);
    }
    assert.equal(toArtifactFilePath('a//b.txt'), 'a/b.txt');
  });
});

describe('joinArtifactPath', () => {
  it('adds no slash beside an empty side', () => {
    assert.equal(joinArtifactPath('', 'b'), 'b');
    assert.equal(joinArtifactPath('a', ''), 'a');
    assert.equal(joinArtifactPath('a', 'b'), 'a/b');
  });
});

function readOrRefuse(text: string): string | undefined {
  try {
    return toArtifactPath(text);
  } catch (error) {
    assert.ok(error instanceof BridgeError);
    return undefined;
  }
}
