import { BlockList, isIP, isIPv4 } from 'node:net';

/** What of IPv4 is no address of the public internet. @see IANA IPv4 Special-Purpose Address Registry */
const specialIpv4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // among them 169.254.169.254, where clouds keep the keys of their machines
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // looks public, and is the host a virtual machine of Azure runs on
  ['168.63.129.16', 32],
];

/** The one part of IPv6 that is handed out. Loopback, mapped IPv4, NAT64, unique local and link-local lie outside of it. */
const globalIpv6 = ['2000::', 3] as const;
/** What of that part is not public, or leads to an IPv4 address: Teredo, 6to4. @see IANA IPv6 Special-Purpose Address Registry */
const specialIpv6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const special = new BlockList();
for (const [net, prefix] of specialIpv4) special.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of specialIpv6) special.addSubnet(net, prefix, 'ipv6');
const global = new BlockList();
global.addSubnet(...globalIpv6, 'ipv6');

/** Whether an IP address, in the form the resolver gives it, belongs to the public internet. What is no address does not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !special.check(address, 'ipv4');
  return isIP(address) === 6 && !address.includes('%') && global.check(address, 'ipv6') && !special.check(address, 'ipv6');
}
