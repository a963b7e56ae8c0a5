/** An address as mail programs take it apart from its name. */
export interface MailAddress {
  readonly name: string
  readonly address: string
}

/** One address and nothing else: no list, no group, no comment, no second line. */
const single = /^[^\s\p{Cc}<>()[\]:;@\\,"]+@[^\s\p{Cc}<>()[\]:;@\\,"]+$/u

/** Whether a text is exactly one address, so that it cannot add recipients or headers. */
export function isSingleAddress(text: string): boolean {
  return text.length <= 254 && single.test(text)
}

/** Top-level names that never lead to a machine (RFC 6761): the people of the demo live there. */
const nowhere = /\.(test|invalid|example|localhost)$/i

/** Whether mail to this address could arrive anywhere. */
export function leadsNowhere(address: string): boolean {
  return nowhere.test(address)
}
