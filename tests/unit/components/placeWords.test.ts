import type { ClientField } from 'payload'
import { describe, expect, it } from 'vitest'
import { placeWords } from '../../../src/components/reviewPanel/placeWords.ts'

const fields: ClientField[] = [
  { name: 'statement', type: 'textarea', label: 'Statement' },
  {
    type: 'row',
    fields: [{ name: 'regulatoryStatus', type: 'select', label: 'Regulatory status', options: [] }],
  },
  { name: 'channels', type: 'relationship', relationTo: 'channels', hasMany: true },
  {
    name: 'citations',
    type: 'array',
    labels: { singular: 'Citation', plural: 'Citations' },
    fields: [
      { type: 'row', fields: [{ name: 'study', type: 'relationship', relationTo: 'studies' }] },
    ],
  },
  {
    name: 'sections',
    type: 'array',
    label: 'Sections',
    fields: [{ name: 'body', type: 'richText', label: 'Text' }],
  },
]

describe('placeWords', () => {
  it.each([
    ['statement', 'Statement'],
    ['regulatoryStatus', 'Regulatory status'],
    ['channels.1', 'Channels, no. 2'],
    ['citations', 'Citations'],
    ['citations.0', 'Citation 1'],
    ['citations.0.study', 'Citation 1, Study'],
    ['sections.2.body', 'Sections 3, Text'],
    ['sections.2.body.children.4', 'Sections 3, Text'],
    ['', ''],
    ['approval', 'Approval'],
    ['certaintyReason', 'Certainty reason'],
  ])('reads %s as %s', (place, words) => {
    expect(placeWords(place, fields)).toBe(words)
  })
})
