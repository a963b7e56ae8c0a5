import type { Image } from 'mdast'
import type { Placed } from './lexicalNode.ts'
import { isRecord } from './lexicalNode.ts'
import type { LexicalReferences } from './lexicalReferences.ts'
import { referencedId } from './referencedId.ts'
import { Refused } from '../tree/index.ts'

/** An upload node as an image that is named by the digest of its file. */
export function imageOf({ node, place }: Placed, references: LexicalReferences): Image {
  if (node.relationTo !== undefined && node.relationTo !== 'media') {
    throw new Refused(
      place,
      `An upload can only come from media, not from ${JSON.stringify(node.relationTo)}.`,
    )
  }
  const id = referencedId(node.value)
  const media = id === undefined ? undefined : references.media(id)
  if (media === undefined) {
    throw new Refused(place, 'The image does not exist any more. Choose another, or remove it.')
  }
  if (isRecord(node.fields) && Object.values(node.fields).some(isFilled)) {
    throw new Refused(place, 'An image carries nothing but its alternative text.')
  }
  return { type: 'image', url: `media:${media.sha256}`, alt: media.alt }
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}
