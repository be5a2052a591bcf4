import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import fc from 'fast-check';
import { BridgeError } from '../../src/model/errors.ts';
import { openDatabase } from '../../src/store/database.ts';
import { readPattern } from '../../src/store/search/pattern.ts';
import { cloneDatabase } from '../support/database.ts';

const texts = [
  '',
  'a',
  'A',
  'ab',
  'a b',
  'a-b',
  'a.b',
  'a+b',
  'a\\b',
  'a/b c',
  'a\nb',
  'b\na',
  'word_1 two',
  'ÄÖ',
  'x]y',
  'x[y',
  '{2}',
  'a{b',
  '^a$',
  '***=a',
  '12',
  'a12b',
  '\u0008',
  "it's",
  '%_',
];

/** The pattern, and the same for JavaScript where it writes it in another way. */
const patterns: readonly (string | readonly [pattern: string, forJavaScript: string])[] = [
  'a',
  '^a',
  'b$',
  '^a$',
  '^a\\ b$',
  '^a\\-b$',
  '^a\\.b$',
  '^a\\+b$',
  '^a\\\\b$',
  '^a\\/b',
  '^a.b$',
  '(?:a|b).(?:a|b)',
  'a|1',
  '^(a|x)[\\[\\]]?y?',
  ['[]x]y', '[\\]x]y'],
  ['[^]x]y', '[^\\]x]y'],
  ['[[:digit:]]+', '[0-9]+'],
  ['x[[]y', 'x[\\[]y'],
  '[a-]b',
  '[a\\-]b',
  '[\\w]{3}',
  '\\d\\d',
  '\\D\\d',
  '\\s',
  '\\S\\s\\S',
  '\\bb',
  'b\\b',
  '\\Bb',
  ['\\Aa', '^a'],
  ['a\\Z', 'a$'],
  '[\\b]',
  '\\x61',
  '\\u00c4',
  ['(?i)ÄÖ|^A', 'ÄÖ|^[aA]'],
  ['(?s)a.b', 'a[^]b'],
  ['(?m)^b$', '(?:^|\\n)b(?:$|\\n)'],
  ['(?P<x>a)b', '(a)b'],
  '(?<x>a)b',
  'a(?=b)',
  'a(?!b)',
  '(?<=a)b',
  '(?<!a)b',
  'a*?b',
  'a{1,2}b?',
  '^\\{2\\}$',
  'a{b',
  '\\_',
  '%',
  "'",
  '\\*\\*\\*=',
  '',
];

describe('a regular expression of the Perl family', async () => {
  const db = openDatabase(await cloneDatabase(), { connections: 1 });
  after(() => db.close());

  async function found(expression: string): Promise<string[]> {
    const { rows } = await db.query<{ text: string }>({
      text: 'select text from unnest($1::text[]) with ordinality t (text, at) where text collate "default" ~ $2 order by at',
      values: [texts, expression],
    });
    return rows.map((row) => row.text);
  }

  for (const given of patterns) {
    const [pattern, forJavaScript] = typeof given === 'string' ? [given, given] : given;
    test(`finds what it does elsewhere: ${JSON.stringify(pattern)}`, async () => {
      const { expression, beginning, equal } = readPattern(pattern);
      const expected = texts.filter((text) => new RegExp(forJavaScript).test(text));
      const texted = await found(expression);
      assert.deepEqual(texted, expected);
      assert.ok(texted.every((text) => text.startsWith(beginning)));
      if (equal !== undefined)
        assert.deepEqual(
          texted,
          texts.filter((text) => text === equal),
        );
    });
  }

  test('with any text quoted in it finds that text alone', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(...'aZ0 .^$*+?()[]{}|\\/-#&~%_\n\'"é𝕏'), maxLength: 8 }),
        async (text) => {
          const quoted = text.replace(/[^A-Za-z0-9_]/gu, '\\$&');
          const pattern = readPattern(`^${quoted}$`);
          assert.equal(pattern.equal, text);
          const { rows } = await db.query<{ same: boolean; more: boolean }>({
            text: `select $1::text ~ $2 as same, $1::text || 'x' ~ $2 as more`,
            values: [text, pattern.expression],
          });
          assert.deepEqual(rows, [{ same: true, more: false }]);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('that repeats nothing, does not end or asks for more than is known is refused by name', async () => {
    for (const pattern of [
      '*',
      '+a',
      'a\\',
      '[a',
      '\\1',
      '(a)\\1',
      'a*+',
      '\\p{L}',
      '(?x)a',
      '(?>a)',
      '\\x0',
      '***=a',
      '\0',
      'a'.repeat(10_001),
    ]) {
      assert.throws(
        () => readPattern(pattern),
        (error) => error instanceof BridgeError && error.reason === 'pattern',
        pattern,
      );
    }
    for (const pattern of ['(a', 'a)', 'a{3,1}', 'a{1000}', '[z-a]', 'a**']) {
      const refused = found(readPattern(pattern).expression);
      await assert.rejects(refused, (error) => error instanceof BridgeError && error.reason === 'pattern', pattern);
    }
  });
});
