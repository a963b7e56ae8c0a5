import type { ClientField } from 'payload'
import { describe, expect, it } from 'vitest'
import { formPlace } from '../../../src/components/reviewPanel/formPlace.ts'

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

describe('formPlace', () => {
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
    expect(formPlace(place, fields).words).toBe(words)
  })

  it('knows whether the form has the place', () => {
    expect(formPlace('citations.0.study', fields).isInForm).toBe(true)
    expect(formPlace('review', fields).isInForm).toBe(false)
  })
})
