// Where a request came from on the network, as far as it can be trusted: for what compares requests, never to be kept.
import { BlockList, isIPv4, isIPv6 } from 'node:net'
import * as z from 'zod'

const LocalEnv = z.object({ incoming: z.object({ socket: z.object({ remoteAddress: z.string() }) }) })
const CloudEnv = z.object({
  event: z.object({ requestContext: z.object({ http: z.object({ sourceIp: z.string() }) }) }),
})
/** A household or a shop has one such network, and its devices many addresses within it. */
const IPV6_NETWORK_GROUPS = 4

const saysNothing = new BlockList()
for (const [net, bits] of [
  ['10.0.0.0', 8],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  saysNothing.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  saysNothing.addSubnet(net, bits, 'ipv6')

/** The network address of who asks; undefined where it says nothing, as that of a proxy on the same machine. Behind the CDN
 * it is the last one that the CDN itself wrote into `x-forwarded-for`; what a client writes there stands before it. */
export function callerAddress(env: unknown, forwardedFor: string, isBehindCdn: boolean): string | undefined {
  const peer = peerOf(env)
  if (!isBehindCdn) return comparable(peer)
  const hops = forwardedFor.split(',').map((hop) => hop.trim())
  return comparable(hops.at(-1) === peer ? hops.at(-2) : hops.at(-1))
}

function peerOf(env: unknown): string | undefined {
  const cloud = CloudEnv.safeParse(env)
  if (cloud.success) return cloud.data.event.requestContext.http.sourceIp
  const local = LocalEnv.safeParse(env)
  return local.success ? local.data.incoming.socket.remoteAddress : undefined
}

function comparable(address = ''): string | undefined {
  const plain = address.replace(/^::ffff:/i, '')
  if (isIPv4(plain)) return saysNothing.check(plain, 'ipv4') ? undefined : plain
  if (!isIPv6(plain) || saysNothing.check(plain, 'ipv6')) return undefined
  return networkOf(plain)
}

function networkOf(address: string): string {
  const [head = '', tail = ''] = address.toLowerCase().split('::')
  const [first, last] = [head, tail].map((part) => part.split(':').filter((group) => group !== ''))
  const given = [...(first ?? []), ...(last ?? [])].length
  const zeros = Array.from({ length: address.includes('::') ? 8 - given : 0 }, () => '0')
  const groups = [...(first ?? []), ...zeros, ...(last ?? [])]
  return groups
    .slice(0, IPV6_NETWORK_GROUPS)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
