import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hostRule } from '../../src/http/host-check.ts';

describe('hostRule', () => {
  it('allows loopback names and private addresses on any port by default', () => {
    const isAllowed = hostRule(undefined);
    const hosts = ['localhost', 'LocalHost:5000', '127.0.0.1:80', '[::1]:5000', '[::1]', '0.0.0.0:5000'];
    const addresses = ['10.1.2.3', '192.168.0.9:5000', '172.16.0.1:1', '172.31.255.255', '[fc00::1]:5000', '[fd12:3456::1]'];
    for (const host of [...hosts, ...addresses]) assert.equal(isAllowed(host), true, host);
  });

  it('refuses every other host by default, also one that only looks like a private address', () => {
    const isAllowed = hostRule(undefined);
    const names = ['', 'evil.example', 'evil.example:5000', '10.evil.example', '192.168.evil.example', 'localhost.evil.example'];
    const addresses = ['172.32.0.1', '172.15.0.1', '11.0.0.1', '8.8.8.8', '[2001:db8::1]', '::1', '127.0.0.2'];
    const forms = [
      'localhost:',
      'localhost:5000:1',
      'localhost:x',
      'a@localhost',
      '[::1',
      'localhost.',
      'localhost/',
      '10.1.2.3.4',
      '10.1',
    ];
    for (const host of [...names, ...addresses, ...forms]) assert.equal(isAllowed(host), false, host);
  });

  it('replaces the default by the listed hosts, equal to the port, with * for any text', () => {
    const isAllowed = hostRule(['ml.example', '*.lab.example:5000', '[::1]:*']);
    for (const host of ['ml.example', 'ML.example', 'a.b.lab.example:5000', '[::1]:7']) assert.equal(isAllowed(host), true, host);
    for (const host of ['localhost', 'ml.example:5000', 'mlxexample', 'a.lab.example', '1:7'])
      assert.equal(isAllowed(host), false, host);
  });

  it('allows any host when * is listed', () => {
    assert.equal(hostRule(['*'])('evil.example'), true);
  });

  it('allows the host of the public address beside the listed ones', () => {
    const isAllowed = hostRule(['localhost'], 'https://ml.example:8443/base');
    assert.equal(isAllowed('ml.example:8443'), true);
    assert.equal(isAllowed('ml.example'), false);
  });
});
