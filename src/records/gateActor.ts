import type { Actor } from '../domain/model/index.ts'

/** Who acts where nobody does: the gate itself, at a release, at a date, at a scheduled moment. */
export const gateActor: Actor = {
  key: 'citegate',
  name: 'Citegate',
  roles: [],
  isFictitious: false,
}
