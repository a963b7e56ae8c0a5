import type { CollectionConfig } from 'payload'
import { select } from 'payload/shared'
import { adminOrSelf, isAdmin, isSignedIn } from '../access/index.ts'
import {
  guardAccount,
  guardReset,
  keepSessionEnd,
  lockMinutes,
  login,
  refuseDeletingOneself,
  refuseWithoutRoles,
  sessionSeconds,
  tellOfChange,
  tellOfDeletion,
  tellOfReset,
  triesBeforeLock,
  updateAccount,
} from '../accounts/index.ts'
import { env } from '../env.ts'
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
    maxLoginAttempts: triesBeforeLock,
    lockTime: lockMinutes * 60_000,
    tokenExpiration: sessionSeconds,
    // Lax, so that a link in a mail finds the session; what changes something asks for the origin.
    cookies: { sameSite: 'Lax', secure: env.isSecure },
    // Payload would store them so that they can be read again.
    useAPIKey: false,
  },
  access: {
    read: isSignedIn,
    create: isAdmin,
    update: adminOrSelf,
    delete: isAdmin,
    unlock: isAdmin,
  },
  disableBulkEdit: true,
  disableDuplicate: true,
  endpoints: [login, forgotPassword, updateAccount],
  hooks: {
    beforeOperation: [refuseStrangersAccount, guardReset],
    beforeValidate: [fillKey, guardAccount],
    beforeLogin: [refuseWithoutRoles],
    refresh: [keepSessionEnd],
    afterChange: [tellOfChange],
    beforeDelete: [refuseDeletingOneself, refuseDeletingSigner],
    afterDelete: [tellOfDeletion],
    afterOperation: [tellOfReset],
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
      // Whoever leaves has none any more.
      validate: (value, args) => select(value, { ...args, required: args.operation === 'create' }),
      admin: {
        description:
          'Editors write, reviewers sign, administrators keep accounts and settings. Without roles nobody logs in.',
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
    {
      name: 'presentPassword',
      type: 'ui',
      admin: {
        components: {
          Field: '/src/components/currentPassword/CurrentPassword.tsx#CurrentPassword',
        },
        disableListColumn: true,
      },
    },
  ],
}
