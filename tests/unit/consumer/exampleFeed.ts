import { sortedJson } from '../../../src/feeds/items/index.ts'
import { sha256Hex } from '../../../src/store/index.ts'
import { temporaryFolder } from '../store/temporaryFolder.ts'
import {
  exampleClaim,
  exampleStudy,
  exampleTherapy,
  picture,
  picturePath,
  root,
} from './exampleItems.ts'
import { exampleSchemas } from './exampleSchemas.ts'
import type {
  ChangesList,
  ChannelList,
  ExampleItem,
  IndexList,
  Listed,
  Mark,
  Slot,
  Tombstone,
} from './exampleTypes.ts'
import { TufRepository } from './tufRepository.ts'

/** Changes a list before it is written; what names the list by its digest follows. */
export interface ReleaseEdits {
  readonly channel?: (list: ChannelList) => unknown
  readonly changes?: (list: ChangesList) => unknown
  readonly index?: (index: IndexList) => unknown
  /** Changes files once all is named: nothing follows, but all is signed as it is. */
  readonly files?: (files: Map<string, string>) => unknown
  readonly createdAt?: string
  readonly mark?: (mark: Mark) => unknown
}

const folders: Readonly<Record<string, string>> = {
  claim: 'claims',
  study: 'studies',
  therapy: 'therapies',
  article: 'articles',
}

/** Releases of a small feed in which everything is in order, but for what a test does to it. */
export class ExampleFeed {
  readonly repository = new TufRepository()
  readonly claim = exampleClaim()
  readonly study = exampleStudy()
  readonly page = exampleTherapy()
  /** What goes out with the next release, by `kind/key`. */
  readonly items = new Map<string, ExampleItem>([
    ['claim/less-pain', this.claim],
    ['study/source', this.study],
    ['therapy/placebo', this.page],
  ])
  readonly tombstones: Tombstone[] = []
  release = 0
  #previous: { digest: string; mark: NonNullable<Mark['previous']> } | null = null
  #listed = new Map<string, string>()
  readonly #changes = new Map<string, string>()

  withdraw(name: string): void {
    const item = this.items.get(name)
    if (item === undefined) throw new Error(`There is no ${name}.`)
    const { kind, key, title, version } = item.json
    this.items.delete(name)
    this.tombstones.push({
      ...{ kind, key, title, version, reason: 'Made up.', reasonKind: 'withdrawn' },
      ...{ date: '2026-02-28', release: this.release + 1 },
    })
  }

  /** Makes a release of what is in the feed and signs it. */
  publish(edits: ReleaseEdits = {}): this {
    this.release += 1
    const files = new Map<string, string>()
    const put = (path: string, value: unknown): string => {
      const text = typeof value === 'string' ? value : sortedJson(value)
      files.set(path, text)
      return sha256Hex(Buffer.from(text))
    }
    put(picturePath, picture)
    const digest = put('index.json', this.#index(put, edits))
    for (const [path, text] of this.#changes) files.set(path, text)
    edits.files?.(files)
    this.#commit(files, digest, edits)
    return this
  }

  async folder(): Promise<string> {
    const folder = await temporaryFolder()
    await this.repository.writeTo(folder)
    return folder
  }

  #index(put: (path: string, value: unknown) => string, edits: ReleaseEdits): IndexList {
    const items = [...this.items.values()].map(({ json, markdown, media }): Listed => {
      const { kind, key, title, version, lastReviewed } = json
      const path = `us-en/${String(folders[kind])}/${key}`
      const paths = { json: `${path}.json`, markdown: `${path}.md` }
      const digests = { json: put(paths.json, json), markdown: put(paths.markdown, markdown) }
      return { kind, key, title, version, lastReviewed, paths, digests, media }
    })
    const changesPath = `us-en/changes/${String(this.release)}.json`
    const channel: ChannelList = {
      $schema: `${root}schema/channel.json`,
      channel: { key: 'us-en', slots: [...slots] },
      items,
      tombstones: [...this.tombstones],
      references: 'us-en/references.json',
    }
    edits.channel?.(channel)
    const changes = this.#changesOf(items)
    edits.changes?.(changes)
    const digests = {
      index: put('us-en/index.json', channel),
      changes: put(changesPath, changes),
      references: put('us-en/references.json', [{ id: 'source' }]),
    }
    this.#changes.set(changesPath, sortedJson(changes))
    const schemas = Object.entries(exampleSchemas).map(([name, schema]) => {
      const path = `schema/${name}.json`
      return [name, path, put(path, schema)] as const
    })
    const index: IndexList = {
      $schema: `${root}schema/index.json`,
      release: this.release,
      previous: this.#previous
        ? { release: this.release - 1, digest: this.#previous.digest }
        : undefined,
      channels: [{ key: 'us-en', path: 'us-en/index.json', changes: changesPath, digests }],
      schemas: Object.fromEntries(schemas.map(([name, path]) => [name, path])),
      schemaDigests: Object.fromEntries(schemas.map(([name, , digest]) => [name, digest])),
    }
    edits.index?.(index)
    return index
  }

  #changesOf(items: readonly Listed[]): ChangesList {
    const before = this.#listed
    const named = items.map((item) => [`${item.kind}/${item.key}`, item] as const)
    this.#listed = new Map(named.map(([name, { digests }]) => [name, JSON.stringify(digests)]))
    return {
      $schema: `${root}schema/changes.json`,
      release: this.release,
      upserts: named.flatMap(([name, item]) => {
        if (before.get(name) === JSON.stringify(item.digests)) return []
        return [{ ...item, change: before.has(name) ? 'changed' : 'added' }]
      }),
      withdrawals: this.tombstones.filter(({ release }) => release === this.release),
    }
  }

  #commit(files: ReadonlyMap<string, string>, digest: string, edits: ReleaseEdits): void {
    const mark: Mark = {
      release: this.release,
      createdAt: edits.createdAt ?? `2026-03-0${String(this.release)}T10:00:00.000Z`,
      auditHead: null,
      previous: this.#previous?.mark ?? null,
    }
    edits.mark?.(mark)
    const bytes = new Map([...files].map(([path, text]) => [path, Buffer.from(text)]))
    const committed = this.repository.commit(bytes, { mark })
    this.#previous = { digest, mark: { release: this.release, ...committed } }
  }
}

const when = {
  ...{ claimKinds: [], directions: [], certainties: [] },
  ...{ regulatoryStatuses: [], therapies: [] },
}

const slots: Slot[] = [
  { slot: 'general', place: 'top', when },
  {
    slot: 'uncertain',
    place: 'beside-claim',
    when: { ...when, claimKinds: ['benefit'], directions: ['favours'], certainties: ['low'] },
  },
  { slot: 'placebos', place: 'beside-claim', when: { ...when, therapies: ['placebo'] } },
  { slot: 'advice', place: 'end', when },
]
