import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isPublicAddress } from '../../src/outbound/public-address.ts';

describe('isPublicAddress', () => {
  const refused: Readonly<Record<string, readonly string[]>> = {
    'this machine': ['127.0.0.1', '127.255.255.254', '0.0.0.0', '0.1.2.3', '::1', '::'],
    'private networks': ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', 'fc00::1', 'fd12:3456::1'],
    'the keys of clouds': ['169.254.169.254', '169.254.170.2', '100.100.100.200', '168.63.129.16', 'fd00:ec2::254'],
    'the same link': ['169.254.0.1', 'fe80::1', 'fe80::1%eth0', 'febf::1', '2606:4700::1111%eth0'],
    'IPv4 inside of IPv6': [
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '::ffff:8.8.8.8',
      '::127.0.0.1',
      '64:ff9b::7f00:1',
      '64:ff9b:1::1',
      '2002:7f00:1::1',
      '2001::1',
    ],
    'many at once': ['224.0.0.1', '239.255.255.250', '255.255.255.255', 'ff02::1'],
    'documents and tests': ['192.0.2.1', '198.51.100.7', '203.0.113.9', '198.18.0.1', '2001:db8::1', '3fff::1', '240.0.0.1'],
    'what is no address': ['', 'localhost', '127.1', '0177.0.0.1', '2130706433', '1.2.3.4.5', '::g'],
  };
  for (const [name, addresses] of Object.entries(refused)) {
    it(`says no to ${name}`, () => {
      for (const address of addresses) assert.equal(isPublicAddress(address), false, address);
    });
  }

  it('says yes to addresses of the internet, next to the ranges that are not', () => {
    const fine = [
      '8.8.8.8',
      '1.1.1.1',
      '9.255.255.255',
      '11.0.0.0',
      '172.15.0.1',
      '172.32.0.1',
      '100.128.0.1',
      '223.255.255.255',
    ];
    for (const address of [...fine, '2606:4700::1111', '2001:4860:4860::8888', '2a00:1450::1']) {
      assert.equal(isPublicAddress(address), true, address);
    }
  });
});
