import { BlockList, isIP } from 'node:net'

/**
 * Every block of the registry, also those it calls global: none of them holds an issuer.
 * https://www.iana.org/assignments/iana-ipv4-special-registry, https://www.rfc-editor.org/rfc/rfc5771 (224/4)
 */
const specialV4 = blockList('ipv4', [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // The host of an Azure machine: https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
  ['168.63.129.16', 32],
])

/** https://www.iana.org/assignments/ipv6-unicast-address-assignments */
const unicastV6 = blockList('ipv6', [['2000::', 3]])
/** https://www.iana.org/assignments/iana-ipv6-special-registry */
const specialV6 = blockList('ipv6', [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['2620:4f:8000::', 48],
])

/**
 * Whether an address lies on the public internet. Allowed is what is known to: anything else, texts that are no address
 * included, is not.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !specialV4.check(address, 'ipv4')
  if (family !== 6 || address.includes('%')) return false
  return unicastV6.check(address, 'ipv6') && !specialV6.check(address, 'ipv6') && !isTunnel(address)
}

/** An interface identifier of ISATAP, which holds an IPv4 address: https://www.rfc-editor.org/rfc/rfc5214#section-6.1 */
function isTunnel(address: string): boolean {
  const groups = groupsOf(address)
  return (groups[4] === 0 || groups[4] === 0x200) && groups[5] === 0x5efe
}

/** The eight groups of an IPv6 address. The parser of URLs turns a dotted end into groups. */
function groupsOf(address: string): readonly number[] {
  const [start = '', end] = new URL(`https://[${address}]`).hostname.slice(1, -1).split('::')
  const [before, after] = [start, end ?? ''].map((part) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)),
  )
  const [left, right] = [before ?? [], after ?? []]
  return [...left, ...Array.from({ length: 8 - left.length - right.length }, () => 0), ...right]
}

function blockList(family: 'ipv4' | 'ipv6', blocks: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList()
  for (const [net, prefix] of blocks) list.addSubnet(net, prefix, family)
  return list
}
