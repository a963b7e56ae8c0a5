/** The shapes of a small feed, as the tests damage them. */

export interface Approval {
  name: string
  credentials?: string
  meaning: string
  at: string
  contentHash: string | undefined
  fictitious: boolean
}

export interface Disclaimer {
  key: string
  slot: string
  place: string
  claims: string[]
  text: string
  markdown: string
}

interface Statement {
  key: string
  version: number
  lastReviewed: string
  url: string
  contentHash: string
  approvals: Approval[] | undefined
  statement: string
  claimKind: string
  direction: string
  certainty: string
  regulatoryStatus?: string
  therapy: { key: string }
  citations: { study: string; stance: string; reference: string }[]
}

interface ItemBase {
  $schema: string | undefined
  kind: string
  key: string
  version: number
  title: string
  lastReviewed: string
  url: string
  markdownUrl: string
  contentHash: string
  approvals: Approval[] | undefined
  disclaimers: Disclaimer[]
  elsewhere: string
}

export interface ClaimJson extends ItemBase, Statement {
  version: number
}

export interface StudyJson extends ItemBase {
  about?: string
  note?: { markdown: string }
}

export interface PageJson extends ItemBase {
  sections: Section[]
  claims: Statement[]
  media: { url: string }[]
}

interface Section {
  heading: string
  markdown: string
  claims: string[]
}

export interface ExampleItem<J extends ItemBase = ItemBase> {
  readonly json: J
  markdown: string
  readonly media?: readonly string[]
}

export interface Listed {
  kind: string
  key: string
  title: string
  version: number
  lastReviewed: string
  paths: { json: string; markdown: string }
  digests: { json: string; markdown: string }
  media: readonly string[] | undefined
}

export interface Tombstone {
  kind: string
  key: string
  title: string
  version: number
  reason: string
  reasonKind: string
  date: string
  release: number
}

export interface ChannelList {
  $schema: string
  channel: { key: string; slots: Slot[] | undefined }
  items: Listed[]
  tombstones: Tombstone[]
  references: string
}

export interface Slot {
  slot: string
  place: string
  when: Record<string, string[]>
}

export interface ChangesList {
  $schema: string
  release: number
  upserts: (Pick<Listed, 'kind' | 'key'> & { digests?: object; change: string })[]
  withdrawals: Pick<Tombstone, 'kind' | 'key'>[]
}

export interface IndexList {
  $schema: string
  release: number
  previous: { release: number; digest: string } | undefined
  channels: { key: string; path: string; changes: string; digests: Digests | undefined }[]
  schemas: Record<string, string>
  schemaDigests: Record<string, string | undefined>
}

interface Digests {
  index: string
  changes: string
  references: string
}

// A type, and not an interface, so that it counts as a record of whatever.
export type Mark = {
  release: number
  createdAt: string
  auditHead: null
  previous: { release: number; version: number; sha256: string } | null
}
