import { Refused, isAllowedUrl } from '../tree/index.ts'
import type { Placed } from './lexicalNode.ts'
import { isRecord } from './lexicalNode.ts'

/** The address of a link, or a refusal of any but http, https and mailto. */
export function linkUrl({ node, place }: Placed): string {
  const fields = isRecord(node.fields) ? node.fields : {}
  if (fields.linkType === 'internal') {
    throw new Refused(
      place,
      'The link points to a document in the CMS, which has no address for readers. Give its public address.',
    )
  }
  const url = fields.url
  if (typeof url !== 'string' || url === '') {
    throw new Refused(place, 'The link has no address.')
  }
  if (!isAllowedUrl(url)) {
    throw new Refused(
      place,
      `The link address ${JSON.stringify(url)} is not a complete http, https or mailto address.`,
    )
  }
  return url
}
