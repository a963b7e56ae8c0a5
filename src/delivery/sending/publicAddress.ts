import ipaddr from 'ipaddr.js'

/** What of IPv6 is given out to be reached from anywhere (RFC 4291, 2.4; IANA, IPv6 Global Unicast). */
const given = [ipaddr.IPv6.parse('2000::'), 3] as const

/**
 * Whether an address can be reached from anywhere in the Internet: not this machine, this network,
 * a provider's, a cloud's metadata, nor an IPv6 address that stands for an IPv4 one or leads through
 * a tunnel or a translator to one (IANA, IPv4 and IPv6 Special-Purpose Address Registries).
 *
 * @param address - as a resolver or a URL gives it, without brackets
 */
export function isPublicAddress(address: string): boolean {
  // Spellings that are no plain address, like 127.1, are no answer of a resolver.
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return isUnicast(ipaddr.IPv4.parse(address))
  if (!ipaddr.IPv6.isValid(address)) return false
  const parsed = ipaddr.IPv6.parse(address)
  return parsed.zoneId === undefined && parsed.match(...given) && isUnicast(parsed)
}

/** What the package calls unicast is in none of the special ranges. */
function isUnicast(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return address.range() === 'unicast'
}
