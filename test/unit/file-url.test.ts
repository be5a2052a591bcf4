import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { toShownUrl, toStoredUrl } from '../../adapters/clearml/map/file-url.ts';

const bases = [
  'http://ml.example:5000',
  'https://ml.example',
  'http://127.0.0.1:5000/prefix',
  'http://[::1]:8008',
  'http://h:8008',
];

describe('addresses of files', () => {
  it('toStoredUrl takes our own host away, and toShownUrl puts that of another caller there', () => {
    const stored = toStoredUrl('http://ml.example:5000/files/p/first%20run.0123/a%2523.txt', 'http://ml.example:5000');
    assert.equal(stored, 'files:///p/first%20run.0123/a%2523.txt');
    assert.equal(toShownUrl(stored, 'https://other/prefix'), 'https://other/prefix/files/p/first%20run.0123/a%2523.txt');
  });

  it('toStoredUrl knows the host in other letters, with its default port, and this machine by any name', () => {
    assert.equal(toStoredUrl('HTTP://ML.Example:80/files/a', 'http://ml.example'), 'files:///a');
    assert.equal(toStoredUrl('http://localhost:5000/files/a', 'http://127.0.0.1:5000'), 'files:///a');
  });

  it('toStoredUrl and toShownUrl find the files at 8081 for a caller of the API at 8008', () => {
    assert.equal(toStoredUrl('http://h:8081/p/a', 'http://h:8008'), 'files:///p/a');
    assert.equal(toStoredUrl('http://h:8008/files/p/a', 'http://h:8008'), 'files:///p/a');
    assert.equal(toShownUrl('files:///p/a', 'http://h:8008'), 'http://h:8081/p/a');
    assert.equal(toStoredUrl('http://h:8081/p/a', 'http://h:5000'), 'http://h:8081/p/a');
  });

  it('toStoredUrl leaves every other address alone', () => {
    for (const url of [
      's3://bucket/files/a',
      'file:///files/a',
      'http://ml.example:5001/files/a',
      'https://ml.example:5000/files/a',
      'http://ml.example:5000/filesystem/a',
      'http://ml.example:5000.evil/files/a',
      'http://user@ml.example:5000/files/a',
      'uploading_file',
      '',
    ]) {
      assert.equal(toStoredUrl(url, 'http://ml.example:5000'), url);
    }
  });

  it('any address comes back to the caller who sent it', () => {
    const path = fc.oneof(fc.webPath(), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(fc.constantFrom(...bases), fc.constantFrom(...bases), path, (base, host, rest) => {
        const isStock = host.endsWith(':8008');
        const url = isStock ? `${host.slice(0, -4)}8081/${rest}` : `${host}/files/${rest}`;
        assert.equal(toShownUrl(toStoredUrl(url, base), base), url);
      }),
    );
  });
});
