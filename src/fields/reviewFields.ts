import type { Field } from 'payload'
import { nobody } from '../access/index.ts'
import { liveStates, reviewStates } from '../domain/model/index.ts'
import { optionsOf } from './optionsOf.ts'

const kept = { create: nobody, update: nobody }

/** The form shows where a text stands in its review panel; these are for lists and filters. */
const nothing = '/src/components/nothing/Nothing.tsx#Nothing'
const components = { Field: nothing }
const personCell = { Field: nothing, Cell: '/src/components/cells/PersonCell.tsx#PersonCell' }
const dueCell = { Field: nothing, Cell: '/src/components/cells/DueCell.tsx#DueCell' }

const readOnly = { position: 'sidebar', readOnly: true } as const
const day = { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' } as const

/**
 * Where a text stands, stored for lists and filters only: the gate derives the truth from the
 * review log. Nobody can set these; hooks do.
 */
export const reviewFields: Field[] = [
  {
    name: 'reviewStatus',
    label: 'Review',
    type: 'select',
    options: optionsOf(reviewStates),
    defaultValue: 'draft',
    index: true,
    access: kept,
    admin: { ...readOnly, components },
  },
  {
    name: 'reviewDue',
    label: 'Review due',
    type: 'date',
    index: true,
    access: kept,
    admin: { ...readOnly, components: dueCell, date: day },
  },
  {
    name: 'liveStatus',
    label: 'In public',
    type: 'select',
    options: [
      { label: 'Never published', value: 'never' },
      ...optionsOf(liveStates.filter((state) => state !== 'never')),
    ],
    defaultValue: 'never',
    index: true,
    access: kept,
    admin: { ...readOnly, components },
  },
  {
    name: 'assignedTo',
    label: 'Waiting for',
    type: 'text',
    index: true,
    access: kept,
    admin: { ...readOnly, components: personCell },
  },
  {
    name: 'reviewBy',
    label: 'Asked for by',
    type: 'date',
    index: true,
    access: kept,
    admin: { ...readOnly, components: dueCell, date: day },
  },
  {
    name: 'openComments',
    label: 'Open comments',
    type: 'number',
    defaultValue: 0,
    index: true,
    access: kept,
    admin: { ...readOnly, components },
  },
  {
    name: 'publishAt',
    label: 'Scheduled for',
    type: 'date',
    access: kept,
    admin: {
      ...readOnly,
      components,
      date: { pickerAppearance: 'dayAndTime', displayFormat: 'yyyy-MM-dd HH:mm' },
    },
  },
]

/** The panel with findings, review state and actions; it reads `GET /api/{collection}/{id}/review`. */
export const reviewPanel: Field = {
  name: 'reviewPanel',
  type: 'ui',
  admin: {
    position: 'sidebar',
    components: { Field: '/src/components/reviewPanel/ReviewPanel.tsx#ReviewPanel' },
  },
}
