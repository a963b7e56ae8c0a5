import type { Field } from 'payload'
import { nobody } from '../access/index.ts'
import { liveStates, reviewStates } from '../domain/model/index.ts'
import { optionsOf } from './optionsOf.ts'

const kept = { create: nobody, update: nobody }

/** The form shows where a text stands in its review panel; these are for lists and filters. */
const components = { Field: '/src/components/nothing/Nothing.tsx#Nothing' }

/**
 * Where a text stands, stored for lists and filters only: the gate derives the truth from the
 * review log. Nobody can set these; hooks do.
 */
export const reviewFields: Field[] = [
  {
    name: 'reviewStatus',
    type: 'select',
    options: optionsOf(reviewStates),
    defaultValue: 'draft',
    index: true,
    access: kept,
    admin: {
      position: 'sidebar',
      readOnly: true,
      components,
    },
  },
  {
    name: 'reviewDue',
    type: 'date',
    index: true,
    access: kept,
    admin: {
      position: 'sidebar',
      readOnly: true,
      components,
      date: { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' },
    },
  },
  {
    name: 'liveStatus',
    type: 'select',
    options: optionsOf(liveStates),
    defaultValue: 'never',
    index: true,
    access: kept,
    admin: { position: 'sidebar', readOnly: true, components },
  },
  {
    name: 'assignedTo',
    type: 'text',
    index: true,
    access: kept,
    admin: { position: 'sidebar', readOnly: true, components },
  },
  {
    name: 'reviewBy',
    type: 'date',
    index: true,
    access: kept,
    admin: {
      position: 'sidebar',
      readOnly: true,
      components,
      date: { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' },
    },
  },
  {
    name: 'openComments',
    type: 'number',
    defaultValue: 0,
    access: kept,
    admin: { position: 'sidebar', readOnly: true, components },
  },
  {
    name: 'publishAt',
    type: 'date',
    access: kept,
    admin: {
      position: 'sidebar',
      readOnly: true,
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
