/** Addresses that lie inside: what people give us to call must not lead there, or they would look into our own network through us. */
import { BlockList, isIP } from 'node:net'

const internal = new BlockList()
for (const [net, bits] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['224.0.0.0', 3]] as const) internal.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [['::', 127], ['64:ff9b::', 96], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8], ['2002::', 16]] as const) internal.addSubnet(net, bits, 'ipv6')

/** Of this machine, of local networks, of nobody (RFC 6890). */
export function isInternal(address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  return internal.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4')
}

/** As it stands in an address: an IP, or a name that nobody outside has. A public name may still lead inside; that shows when it is looked up. */
export function isInternalHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '')
  return isIP(host) === 0 ? !host.includes('.') || /\.(local|internal|localhost)\.?$/i.test(host) : isInternal(host)
}
