import { sortedJson } from '../../../src/feeds/items/index.ts'
import { sha256Hex } from '../../../src/store/index.ts'
import { type CommitOptions, TufRepository } from './tufRepository.ts'

type Json = Record<string, unknown>
type Kind = 'therapy' | 'article' | 'claim' | 'study'

const folders: Record<Kind, string> = {
  therapy: 'therapies',
  article: 'articles',
  claim: 'claims',
  study: 'studies',
}
const kinds: readonly Kind[] = ['therapy', 'article', 'claim', 'study']

export interface MadeUpItem {
  readonly kind: Kind
  readonly key: string
  readonly text: string
  /** Of a claim: the studies that it cites. */
  readonly cites?: readonly string[]
  /** Files that it shows, by path. */
  readonly media?: Readonly<Record<string, string>>
}

interface Listed extends MadeUpItem {
  readonly version: number
}

/** A feed whose content is made up, released again and again into a TUF repository. */
export class MadeUpFeed {
  readonly repository: TufRepository
  readonly channel: string
  release = 0
  digest = ''
  private readonly items = new Map<string, Listed>()
  private readonly tombstones = new Map<string, Json>()
  private released = new Map<string, Json>()
  private changes = new Map<string, Uint8Array>()
  private previous: Json | null = null

  constructor(repository = new TufRepository(), channel = 'us-en') {
    this.repository = repository
    this.channel = channel
  }

  put(...items: readonly MadeUpItem[]): this {
    for (const item of items) {
      const name = `${item.kind}/${item.key}`
      this.items.set(name, { ...item, version: (this.items.get(name)?.version ?? 0) + 1 })
      this.tombstones.delete(name)
    }
    return this
  }

  withdraw(kind: Kind, key: string): this {
    const item = this.items.get(`${kind}/${key}`)
    this.items.delete(`${kind}/${key}`)
    this.tombstones.set(`${kind}/${key}`, {
      kind,
      key,
      title: key,
      version: item?.version ?? 1,
      reason: 'Made up.',
      reasonKind: 'withdrawn',
      date: '2026-03-01',
      release: this.release + 1,
    })
    return this
  }

  /** Releases what is in the feed now; gives all its files by path. */
  publish(
    options: Partial<CommitOptions> & { readonly createdAt?: string; readonly index?: Json } = {},
  ): ReadonlyMap<string, Uint8Array> {
    this.release += 1
    const files = new Map<string, Uint8Array>()
    const put = (path: string, value: unknown): string => {
      const bytes = Buffer.from(typeof value === 'string' ? value : sortedJson(value))
      files.set(path, bytes)
      return sha256Hex(bytes)
    }
    const listed = new Map<string, Json>()
    for (const item of inOrder([...this.items.values()])) {
      listed.set(`${item.kind}/${item.key}`, this.putItem(item, put))
    }
    const digests = this.putLists(listed, put)
    const schemaDigests = { claim: put('schema/claim.json', { $id: 'made-up' }) }
    this.digest = put('index.json', {
      $schema: 'https://feeds.example/feeds/v1/schema/index.json',
      release: this.release,
      ...(this.previous !== null && {
        previous: { release: this.release - 1, digest: this.previous.digest },
      }),
      channels: [
        {
          ...this.header(),
          path: `${this.channel}/index.json`,
          changes: `${this.channel}/changes/${String(this.release)}.json`,
          digests,
        },
      ],
      schemas: { claim: 'schema/claim.json' },
      schemaDigests,
      ...publisher,
      ...options.index,
    })
    for (const [path, bytes] of this.changes) files.set(path, bytes)
    const { digest = null, ...named } = this.previous ?? {}
    const committed = this.repository.commit(files, {
      isBinned: (path) => /\/(changes|therapies|articles|claims|studies)\/|^media\//.test(path),
      ...options,
      mark: {
        release: this.release,
        createdAt: options.createdAt ?? new Date().toISOString(),
        auditHead: null,
        previous: digest === null ? null : named,
      },
    })
    this.released = listed
    this.previous = { release: this.release, digest: this.digest, ...committed }
    return files
  }

  private putItem(item: Listed, put: (path: string, value: unknown) => string): Json {
    const { kind, key, version, text, cites, media = {} } = item
    const path = `${this.channel}/${folders[kind]}/${key}`
    for (const [name, content] of Object.entries(media)) put(name, content)
    const title = `About ${key}`
    return {
      kind,
      key,
      title,
      version,
      digests: {
        json: put(`${path}.json`, {
          kind,
          key,
          title,
          version,
          text,
          ...(cites && { citations: cites.map((study) => ({ study })) }),
          ...(kind === 'study' && { references: [{ id: key, title, type: 'article' }] }),
        }),
        markdown: put(`${path}.md`, `---\ntitle: ${title}\n---\n\n${text}\n`),
      },
      paths: { json: `${path}.json`, markdown: `${path}.md` },
      ...(item.media && { media: Object.keys(media).sort() }),
    }
  }

  private putLists(
    listed: ReadonlyMap<string, Json>,
    put: (path: string, value: unknown) => string,
  ): Json {
    const { channel, release } = this
    const cited = new Set([...this.items.values()].flatMap(({ cites = [] }) => cites))
    const upserts = [...listed].flatMap(([name, item]) => {
      const before = this.released.get(name)
      if (before !== undefined && sortedJson(before) === sortedJson(item)) return []
      return [{ ...item, change: before === undefined ? 'added' : 'changed' }]
    })
    const tombstones = inOrder([...this.tombstones.values()] as unknown as Listed[])
    const changes = `${channel}/changes/${String(release)}.json`
    const digests = {
      index: put(`${channel}/index.json`, {
        $schema: 'https://feeds.example/feeds/v1/schema/channel.json',
        channel: this.header(),
        items: [...listed.values()],
        tombstones,
        references: `${channel}/references.json`,
        ...publisher,
      }),
      references: put(
        `${channel}/references.json`,
        [...cited].sort().flatMap((key) => {
          const study = this.items.get(`study/${key}`)
          return study ? [{ id: key, title: `About ${key}`, type: 'article' }] : []
        }),
      ),
    }
    const bytes = Buffer.from(
      sortedJson({
        channel,
        release,
        previous: release > 1 ? release - 1 : undefined,
        upserts,
        withdrawals: tombstones.filter(
          (tombstone) => (tombstone as unknown as Json).release === release,
        ),
      }),
    )
    this.changes.set(changes, bytes)
    return { ...digests, changes: sha256Hex(bytes) }
  }

  private header(): Json {
    return { key: this.channel, title: 'United States', jurisdiction: 'us', language: 'en' }
  }
}

const publisher = {
  publisher: { name: 'A made-up publisher', url: 'https://feeds.example' },
  licence: { name: 'A made-up licence', url: 'https://feeds.example/licence' },
}

function inOrder(items: readonly Listed[]): Listed[] {
  return items.toSorted(
    (a, b) =>
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  )
}
