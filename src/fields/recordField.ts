import type { JSONField } from 'payload'

/**
 * What the program records as JSON. Shown as it is: Payload's own field would load an editor from
 * another host, which the policy of the pages forbids.
 */
export function recordField(
  name: string,
  { required = false, description }: { required?: boolean; description?: string } = {},
): JSONField {
  return {
    name,
    type: 'json',
    ...(required ? { required } : {}),
    admin: {
      components: { Field: '/src/components/recordedJson/RecordedJson.tsx#RecordedJson' },
      ...(description === undefined ? {} : { description }),
    },
  }
}
