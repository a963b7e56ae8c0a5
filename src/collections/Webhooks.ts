import type { CollectionConfig } from 'payload'
import { isAdmin, nobody } from '../access/index.ts'
import { targetOf } from '../delivery/index.ts'
import { webhookEndpoints } from '../endpoints/index.ts'
import { env } from '../env.ts'
import { keyField } from '../fields/index.ts'
import { fillKey, forgetWhyOff } from '../hooks/index.ts'

const ofTheProgram = { create: nobody, update: nobody }

/**
 * Where a site is told of releases. Administrators alone read them: an address can hold what lets
 * its owner in. A webhook without a secret is told of nothing.
 */
export const Webhooks: CollectionConfig = {
  slug: 'webhooks',
  access: { read: isAdmin, create: isAdmin, update: isAdmin, delete: isAdmin },
  disableBulkEdit: true,
  disableDuplicate: true,
  endpoints: webhookEndpoints,
  hooks: { beforeValidate: [fillKey], beforeChange: [forgetWhyOff] },
  defaultSort: 'name',
  admin: {
    group: 'Releases',
    useAsTitle: 'name',
    defaultColumns: ['name', 'site', 'isOn', 'offReason'],
    description:
      'Addresses that are told of each release, signed by Standard Webhooks. Receivers then pull; see docs/webhooks.md.',
  },
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      maxLength: 120,
      admin: { description: 'Whose it is and what for, like Example Clinic, production.' },
    },
    {
      name: 'site',
      type: 'relationship',
      relationTo: 'sites',
      required: true,
      admin: { description: 'It is told of the channels of this site, and of no others.' },
    },
    {
      name: 'address',
      label: 'URL',
      type: 'text',
      required: true,
      maxLength: 2000,
      // Looked at again each time something is sent: what a name leads to can change, and what the
      // operator allows. One that is there can still be switched off.
      validate: (
        value: unknown,
        { previousValue }: { readonly previousValue?: unknown },
      ): string | true => {
        if (value === previousValue && value !== undefined) return true
        const read = targetOf(typeof value === 'string' ? value : '', env.webhookPrivateHosts)
        return read.ok ? true : read.message
      },
      admin: { description: 'https://…, on a host of the public Internet.' },
    },
    {
      name: 'isOn',
      label: 'On',
      type: 'checkbox',
      defaultValue: true,
      admin: {
        position: 'sidebar',
        description: 'Off, it is told of nothing, and what was waiting for it is given up.',
      },
    },
    {
      name: 'offReason',
      label: 'Why it was switched off',
      type: 'text',
      access: ofTheProgram,
      admin: {
        position: 'sidebar',
        readOnly: true,
        components: { Cell: '/src/components/cells/PlainCell.tsx#PlainCell' },
        condition: (data) => typeof data['offReason'] === 'string' && data['offReason'] !== '',
      },
    },
    keyField('the name'),
    // What secrets are made again from, see KeptSecret; shown to nobody.
    { name: 'secrets', type: 'json', hidden: true, access: ofTheProgram },
    // The release that was the newest when it got its first secret: it is told of later ones.
    { name: 'since', type: 'number', hidden: true, access: ofTheProgram },
    {
      name: 'webhookPanel',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/webhookPanel/WebhookPanel.tsx#WebhookPanel' },
        disableListColumn: true,
      },
    },
  ],
}
