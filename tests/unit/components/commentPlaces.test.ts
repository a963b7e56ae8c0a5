import type { ClientField } from 'payload'
import { describe, expect, it } from 'vitest'
import { commentPlaces } from '../../../src/components/reviewPanel/comments/commentPlaces.ts'

const fields: ClientField[] = [
  { name: 'reviewPanel', type: 'ui', admin: {} },
  { name: 'title', type: 'text', label: 'Title' },
  { type: 'row', fields: [{ name: 'outcome', type: 'text', label: 'Outcome' }] },
  {
    name: 'sections',
    type: 'array',
    label: 'Sections',
    labels: { singular: 'Section', plural: 'Sections' },
    fields: [{ name: 'heading', type: 'text' }],
  },
  { name: 'claimsUsed', type: 'text', admin: { hidden: true } },
  { name: 'assignedTo', type: 'text', admin: { readOnly: true } },
  { name: '_status', type: 'select', options: [] },
  { name: 'updatedAt', type: 'date' },
]

describe('commentPlaces', () => {
  it('names each field a person fills in, by its label and in the order of the form', () => {
    expect(commentPlaces(fields, {})).toEqual([
      { place: 'title', words: 'Title' },
      { place: 'outcome', words: 'Outcome' },
      { place: 'sections', words: 'Sections' },
    ])
  })

  it('names each row of a list, with its heading where it has one', () => {
    const data = { sections: [{ heading: 'What it is' }, { heading: '' }, {}] }
    expect(commentPlaces(fields, data).slice(3)).toEqual([
      { place: 'sections.0', words: 'Section 1: What it is' },
      { place: 'sections.1', words: 'Section 2' },
      { place: 'sections.2', words: 'Section 3' },
    ])
  })
})
