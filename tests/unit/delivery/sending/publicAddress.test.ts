import { BlockList } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPublicAddress } from '../../../../src/delivery/sending/publicAddress.ts'

/** IANA, IPv4 and IPv6 Special-Purpose Address Registries, and multicast: not to be reached. */
const special = new BlockList()
for (const [network, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
  ] as const),
  ...([
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
  ] as const),
  ...([
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
  ] as const),
  ...([
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
] as const) {
  special.addSubnet(network, bits, 'ipv4')
}
for (const [network, bits] of [
  ...([
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
  ] as const),
] as const) {
  special.addSubnet(network, bits, 'ipv6')
}

const ipv4 = fc.tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: 0, max: 255 })))
const ipv6 = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 })

describe('an address', () => {
  it('of a special range is never public, whichever of its addresses it is (IPv4)', () => {
    fc.assert(
      fc.property(ipv4, (octets) => {
        const address = octets.join('.')
        return !special.check(address, 'ipv4') || !isPublicAddress(address)
      }),
      { numRuns: 5000 },
    )
  })

  it('is public only within 2000::/3, and not in its special ranges (IPv6)', () => {
    const groups = fc.tuple(ipv6, fc.constantFrom(undefined, 0x2001, 0x2002, 0x3fff, 0x2600))
    fc.assert(
      fc.property(groups, ([all, first]) => {
        const [own = 0, ...rest] = all
        const begins = first ?? own
        const address = [begins, ...rest].map((group) => group.toString(16)).join(':')
        const isGiven = begins >= 0x2000 && begins < 0x4000
        return (isGiven && !special.check(address, 'ipv6')) || !isPublicAddress(address)
      }),
      { numRuns: 5000 },
    )
  })

  it.each(['8.8.8.8', '1.1.1.1', '93.184.215.14', '2606:4700:4700::1111', '2a00:1450:4001::5e'])(
    'of the Internet is public: %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )

  it.each(['', '8.8.8', '8.8.8.8.', '0x8.8.8.8', '8', 'site.example', '2606::1%eth0', '[2606::1]'])(
    'in any other spelling is none: %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(false)
    },
  )
})
