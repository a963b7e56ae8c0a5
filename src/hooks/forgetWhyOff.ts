import type { CollectionBeforeChangeHook } from 'payload'

/** What is switched on again has no reason to be off. */
export const forgetWhyOff: CollectionBeforeChangeHook = ({ data }) =>
  data['isOn'] === true ? { ...data, offReason: null } : (data as unknown)
