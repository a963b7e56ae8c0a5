import { createHash } from 'node:crypto'
import { brotliCompressSync, constants } from 'node:zlib'

export const path = '/feeds/v1/us-en/therapy/placeholder.json'

/** Some 9 kB of JSON, the size of an item with its claims and references. */
export const body = Buffer.from(
  JSON.stringify({
    key: 'placeholder',
    claims: Array.from({ length: 30 }, (_, index) => ({
      key: `claim-${index}`,
      statement: `Placeholder statement number ${index}, as long as such a sentence commonly is.`,
      digest: createHash('sha256').update(String(index)).digest('hex'),
      citations: [{ doi: `10.5555/${index}`, stance: 'supports' }],
    })),
  }),
)

export const codedBody = brotliCompressSync(body, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 5 },
})

export const etag = `"${createHash('sha256').update(body).digest('hex')}-br"`
