import { type KeyObject, createHash, generateKeyPairSync, sign } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Metadata, MetadataKind, Signature } from '@tufjs/models'
import { sha256Hex } from '../../../src/store/index.ts'

export interface TestKey {
  readonly id: string
  readonly publicHex: string
  readonly secret: KeyObject
}

export function testKey(): TestKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const publicHex = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex')
  return { id: sha256Hex(Buffer.from(publicHex)), publicHex, secret: privateKey }
}

type Role = 'root' | 'timestamp' | 'snapshot' | 'targets'
export type RoleKeys = Record<Role, readonly TestKey[]>
type Json = Record<string, unknown>

export function roleKeys(): RoleKeys {
  return { root: [testKey()], timestamp: [testKey()], snapshot: [testKey()], targets: [testKey()] }
}

export interface CommitOptions {
  readonly mark: Json
  /** Which paths go to bins, when there are more than a thousand targets. */
  readonly isBinned?: (path: string) => boolean
  readonly expires?: Partial<Record<Role, string>>
  /** Leaves out length and hashes of metadata in metadata. */
  readonly isTerse?: boolean
}

const later = new Date(Date.now() + 30 * 86_400_000).toISOString()

/** A TUF repository in memory, object by object, that can be spoilt in every way. */
export class TufRepository {
  readonly objects = new Map<string, Uint8Array>()
  keys: RoleKeys
  version = 0
  rootVersion = 0

  constructor(keys = roleKeys()) {
    this.keys = keys
    this.rotate(keys)
  }

  /** Writes the next root, signed by the root keys that are and by those that were. */
  rotate(
    keys: RoleKeys,
    expires = later,
    signers: readonly TestKey[] = [...this.keys.root, ...keys.root],
  ): void {
    this.rootVersion += 1
    const all = Object.values(keys).flat()
    const signed = {
      _type: 'root',
      spec_version: '1.0.31',
      version: this.rootVersion,
      expires,
      consistent_snapshot: true,
      keys: Object.fromEntries(all.map((key) => [key.id, keyJson(key)])),
      roles: Object.fromEntries(
        Object.entries(keys).map(([role, its]) => [
          role,
          { keyids: its.map(({ id }) => id), threshold: 1 },
        ]),
      ),
    }
    const unique = [...new Map(signers.map((key) => [key.id, key])).values()]
    this.put(`metadata/${String(this.rootVersion)}.root.json`, metadata('root', signed, unique))
    this.keys = keys
  }

  put(name: string, bytes: Uint8Array): Uint8Array {
    this.objects.set(name, bytes)
    return bytes
  }

  /** Commits targets as one more version; gives the mark that the next release names it by. */
  commit(
    files: ReadonlyMap<string, Uint8Array>,
    { mark, isBinned = () => false, expires = {}, isTerse = false }: CommitOptions,
  ): { readonly version: number; readonly sha256: string } {
    this.version += 1
    const { version } = this
    const entries = [...files].map(([path, bytes]) => {
      const sha256 = sha256Hex(bytes)
      const cut = path.lastIndexOf('/') + 1
      this.put(`targets/${path.slice(0, cut)}${sha256}.${path.slice(cut)}`, bytes)
      return [path, { length: bytes.byteLength, hashes: { sha256 } }] as const
    })
    const hasBins = entries.length > 1000
    const binned = hasBins ? entries.filter(([path]) => isBinned(path)) : []
    const meta: Json = {}
    const named = (bytes: Uint8Array, its = version) => ({
      version: its,
      ...(!isTerse && { length: bytes.byteLength, hashes: { sha256: sha256Hex(bytes) } }),
    })
    const bits = Math.max(1, Math.round(Math.log2(binned.length / 32)))
    if (hasBins) this.putBins(binned, bits, meta, named)
    const [targetsKey] = this.keys.targets
    const targets = metadata(
      'targets',
      {
        ...common('targets', version, expires.targets),
        targets: Object.fromEntries(entries.filter((entry) => !binned.includes(entry))),
        ...(hasBins && {
          delegations: {
            keys: { [targetsKey?.id ?? '']: keyJson(targetsKey ?? testKey()) },
            succinct_roles: {
              keyids: [targetsKey?.id],
              threshold: 1,
              bit_length: bits,
              name_prefix: 'bin',
            },
          },
        }),
        'x-citegate': mark,
      },
      this.keys.targets,
    )
    this.put(`metadata/${String(version)}.targets.json`, targets)
    const snapshot = metadata(
      'snapshot',
      {
        ...common('snapshot', version, expires.snapshot),
        meta: { 'targets.json': named(targets), ...meta },
      },
      this.keys.snapshot,
    )
    this.put(`metadata/${String(version)}.snapshot.json`, snapshot)
    this.putTimestamp(named(snapshot), version, expires.timestamp)
    return { version, sha256: sha256Hex(targets) }
  }

  putTimestamp(snapshot: Json, version = this.version, expires?: string): void {
    const signed = {
      ...common('timestamp', version, expires),
      meta: { 'snapshot.json': snapshot },
    }
    this.put('metadata/timestamp.json', metadata('timestamp', signed, this.keys.timestamp))
  }

  /** Bins keep their version as long as they say the same. */
  private putBins(
    entries: readonly (readonly [path: string, entry: Json])[],
    bits: number,
    meta: Json,
    named: (bytes: Uint8Array, version?: number) => Json,
  ): void {
    const bins = new Map<string, Json>()
    const width = (2 ** bits - 1).toString(16).length
    for (let bin = 0; bin < 2 ** bits; bin += 1) {
      bins.set(`bin-${bin.toString(16).padStart(width, '0')}`, {})
    }
    for (const [path, entry] of entries) {
      const bin = createHash('sha256').update(path).digest().readUInt32BE() >>> (32 - bits)
      const targets = bins.get(`bin-${bin.toString(16).padStart(width, '0')}`) ?? {}
      targets[path] = entry
    }
    for (const [role, targets] of bins) {
      const content = JSON.stringify(targets)
      const before = this.bins.get(role)
      const isSame = before?.content === content
      const version = isSame ? before.version : this.version
      const bytes = isSame
        ? before.bytes
        : metadata('targets', { ...common('targets', version), targets }, this.keys.targets)
      this.bins.set(role, { content, version, bytes })
      this.put(`metadata/${String(version)}.${role}.json`, bytes)
      meta[`${role}.json`] = named(bytes, version)
    }
  }

  private readonly bins = new Map<
    string,
    { readonly content: string; readonly version: number; readonly bytes: Uint8Array }
  >()

  /** Writes the repository to a folder, as a store would hold it. */
  async writeTo(folder: string): Promise<void> {
    for (const [name, bytes] of this.objects) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), bytes)
    }
  }
}

function common(type: Role, version: number, expires = later): Json {
  return { _type: type, spec_version: '1.0.31', version, expires }
}

function keyJson({ publicHex }: TestKey): Json {
  return { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: publicHex } }
}

export function metadata(kind: Role, signed: Json, signers: readonly TestKey[]): Uint8Array {
  const json = { signed, signatures: [] } as unknown as Parameters<typeof Metadata.fromJSON>[1]
  const unsigned = {
    root: () => Metadata.fromJSON(MetadataKind.Root, json),
    timestamp: () => Metadata.fromJSON(MetadataKind.Timestamp, json),
    snapshot: () => Metadata.fromJSON(MetadataKind.Snapshot, json),
    targets: () => Metadata.fromJSON(MetadataKind.Targets, json),
  }[kind]()
  for (const { id, secret } of signers) {
    unsigned.sign(
      (data) => new Signature({ keyID: id, sig: sign(null, data, secret).toString('hex') }),
    )
  }
  return Buffer.from(JSON.stringify(unsigned.toJSON()))
}
