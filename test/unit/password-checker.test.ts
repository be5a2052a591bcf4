import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PasswordChecker } from '../../src/access/password-checker.ts';
import { hashPassword, matchesHash } from '../../src/access/password-hash.ts';
import { BridgeError } from '../../src/model/errors.ts';
import { checkPassword } from '../../src/model/user.ts';

const password = 'correct horse battery';

/** Milliseconds that some work took. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

describe('password hashes', () => {
  it('match the password they were made from and no other', async () => {
    const hash = await hashPassword(password);
    assert.match(hash, /^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    assert.equal(await matchesHash(password, hash), true);
    assert.equal(await matchesHash(`${password} `, hash), false);
    assert.notEqual(await hashPassword(password), hash);
  });

  it('match whatever way the same letters were typed', async () => {
    assert.equal(await matchesHash('pa\u0308sswort-genug', await hashPassword('p\u00e4sswort-genug')), true);
  });

  it('carry their own cost, so cheaper old ones still match', async () => {
    const old = 'scrypt$10$8$1$c2FsdHNhbHRzYWx0c2FsdA$fXnS5Awj6eMC-z1SbPBpyxEKbW7GHGyuCeVjw7IJSMI';
    assert.equal(await matchesHash(password, old), true);
    assert.equal(await matchesHash('another password', old), false);
  });

  it('of another form match nothing', async () => {
    for (const hash of ['', 'md5$abc', 'scrypt$10$8$1$', 'scrypt$10$8$1$c2FsdA$'])
      assert.equal(await matchesHash(password, hash), false);
  });
});

describe('checkPassword', () => {
  it('asks for 12 to 256 characters and does not repeat the password', () => {
    checkPassword('x'.repeat(12));
    checkPassword('😀'.repeat(12));
    for (const bad of ['elevenchars', 'y'.repeat(257)]) {
      assert.throws(
        () => checkPassword(bad),
        (error: unknown) => error instanceof BridgeError && error.code === 'invalid' && !error.message.includes(bad),
      );
    }
  });
});

describe('PasswordChecker', () => {
  it('hashes a right password once a minute and a wrong one every time', async () => {
    let nowMs = 0;
    const checker = new PasswordChecker(() => new Date(nowMs));
    const hash = await hashPassword(password);
    const first = await timed(async () => assert.equal(await checker.check(password, hash), true));
    const again = await timed(async () => assert.equal(await checker.check(password, hash), true));
    assert.ok(again < first / 5, `${again} ms after ${first} ms`);
    nowMs = 60_001;
    const later = await timed(async () => assert.equal(await checker.check(password, hash), true));
    assert.ok(later > first / 5, `${later} ms a minute later`);
    assert.equal(await checker.check('wrong password', hash), false);
  });

  it('forgets a right password when the hash changes', async () => {
    const checker = new PasswordChecker(() => new Date(0));
    assert.equal(await checker.check(password, await hashPassword(password)), true);
    assert.equal(await checker.check(password, await hashPassword('another password')), false);
  });

  it('takes as long for a user without a password as for a wrong password', async () => {
    const checker = new PasswordChecker(() => new Date(0));
    const hash = await hashPassword(password);
    const wrong = await timed(async () => assert.equal(await checker.check('guess', hash), false));
    const none = await timed(async () => assert.equal(await checker.check('guess', undefined), false));
    assert.ok(none > wrong / 5, `${none} ms against ${wrong} ms`);
  });

  it('refuses further checks while many wait, and answers those it took', async () => {
    const checker = new PasswordChecker(() => new Date(0));
    const hash = 'scrypt$12$8$1$c2FsdHNhbHRzYWx0c2FsdA$c2FsdHNhbHRzYWx0c2FsdHNhbHRzYWx0c2FsdHNhbHQ';
    const guesses = Array.from({ length: 80 }, (_, index) => checker.check(`guess ${index}`, hash));
    const answers = await Promise.allSettled(guesses);
    const taken = answers.filter((answer) => answer.status === 'fulfilled');
    assert.equal(taken.length, 66);
    assert.ok(taken.every((answer) => answer.value === false));
    const refused = answers.filter((answer) => answer.status === 'rejected');
    assert.ok(refused.every((answer) => answer.reason instanceof BridgeError && answer.reason.code === 'unavailable'));
    assert.equal(await checker.check('one more', hash), false);
  });

  it('hashes once for all who send the same password at the same time', async () => {
    const checker = new PasswordChecker(() => new Date(0));
    const hash = await hashPassword(password);
    const answers = await Promise.all(Array.from({ length: 200 }, () => checker.check(password, hash)));
    assert.ok(answers.every(Boolean));
  });
});
