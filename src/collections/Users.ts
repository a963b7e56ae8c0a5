import type { CollectionConfig } from 'payload'
import { adminOrSelf, isAdmin, isSignedIn } from '../access/index.ts'
import { parseOrcid } from '../domain/evidence/index.ts'
import { roles } from '../domain/model/index.ts'
import { forgotPassword } from '../endpoints/index.ts'
import { keyField, optionsOf } from '../fields/index.ts'
import { fillKey, refuseStrangersAccount, refuseDeletingSigner } from '../hooks/index.ts'

const adminsOnly = { create: isAdmin, update: isAdmin }

/** People. What they signed keeps their name, credentials and roles as they were. */
export const Users: CollectionConfig = {
  slug: 'users',
  auth: {
    maxLoginAttempts: 10,
    lockTime: 10 * 60 * 1000,
    tokenExpiration: 8 * 60 * 60,
    cookies: { sameSite: 'Lax' },
  },
  access: {
    read: isSignedIn,
    create: isAdmin,
    update: adminOrSelf,
    delete: isAdmin,
    admin: isSignedIn,
    unlock: isAdmin,
  },
  disableBulkEdit: true,
  disableDuplicate: true,
  endpoints: [forgotPassword],
  hooks: {
    beforeOperation: [refuseStrangersAccount],
    beforeValidate: [fillKey],
    beforeDelete: [refuseDeletingSigner],
  },
  admin: { group: 'Settings', useAsTitle: 'name', defaultColumns: ['name', 'email', 'roles'] },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120, access: adminsOnly },
    {
      name: 'credentials',
      type: 'text',
      maxLength: 200,
      access: adminsOnly,
      admin: { description: 'As they stand beside a signature, like MD, orthopaedic surgery.' },
    },
    {
      name: 'orcid',
      label: 'ORCID',
      type: 'text',
      access: adminsOnly,
      validate: (value: unknown) =>
        value === undefined ||
        value === null ||
        value === '' ||
        (typeof value === 'string' && parseOrcid(value) !== undefined)
          ? true
          : 'This is not an ORCID: 0000-0000-0000-0000 with a valid check digit.',
    },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      required: true,
      saveToJWT: true,
      options: optionsOf(roles),
      access: adminsOnly,
      admin: {
        description: 'Editors write, reviewers sign, administrators keep accounts and settings.',
      },
    },
    {
      name: 'isFictitious',
      type: 'checkbox',
      defaultValue: false,
      access: adminsOnly,
      admin: { description: 'A demonstration account; every form of what it signs says so.' },
    },
    keyField('the name'),
  ],
}
