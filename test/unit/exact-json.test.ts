import assert from 'node:assert/strict';
import { it } from 'node:test';
import { writeJson } from '../../adapters/clearml/wire/exact-json.ts';

it('answers of the ClearML door are JSON whatever they hold', () => {
  const cases: [unknown, string][] = [
    [{ a: [1, 0.1, 'null', true], b: undefined }, '{"a":[1,0.1,"null",true]}'],
    [{ a: null }, '{"a":null}'],
    [{ a: [9007199254740993n, -1n] }, '{"a":[9007199254740993,-1]}'],
    [[Infinity, -Infinity, Number.NaN], '[1.7976931348623157e+308,-1.7976931348623157e+308,"NaN"]'],
    [{ big: 2n ** 63n - 1n, not: Number.NaN, nothing: null }, '{"big":9223372036854775807,"not":"NaN","nothing":null}'],
  ];
  for (const [value, text] of cases) assert.equal(writeJson(value), text);
});
