import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 over the UTF-8 bytes of a file's body, in lower-case hex. */
export function digestOf(body: string): string {
  return bytesToHex(sha256(utf8ToBytes(body)))
}
