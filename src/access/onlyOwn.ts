import type { Access } from 'payload'

/** What is addressed to the person who asks; administrators are no exception. */
export const onlyOwn: Access = ({ req }) =>
  req.user === null ? false : { person: { equals: (req.user as { key?: string }).key ?? '' } }
