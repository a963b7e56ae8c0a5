import type { RoleName } from './roles.ts'

/** The JSON of TUF 1.0 metadata, 4.2 to 4.6, as far as this room writes it. */

export const specVersion = '1.0.31'

export interface KeyJson {
  readonly keytype: string
  readonly scheme: string
  readonly keyval: { readonly public: string }
}

export interface RoleJson {
  readonly keyids: readonly string[]
  readonly threshold: number
}

interface Common<Type extends RoleName> {
  readonly _type: Type
  readonly spec_version: string
  readonly version: number
  readonly expires: string
}

export interface RootJson extends Common<'root'> {
  readonly consistent_snapshot: boolean
  readonly keys: Readonly<Record<string, KeyJson>>
  readonly roles: Readonly<Record<RoleName, RoleJson>>
  readonly 'x-citegate': { readonly createdAt: string }
}

export interface MetaJson {
  readonly version: number
  readonly length?: number
  readonly hashes?: { readonly sha256: string }
}

export interface TimestampJson extends Common<'timestamp'> {
  readonly meta: { readonly 'snapshot.json': MetaJson }
}

export interface SnapshotJson extends Common<'snapshot'> {
  readonly meta: Readonly<Record<string, MetaJson>>
  readonly 'x-citegate': {
    /** How many targets the release has, so that nobody has to read every bin to know. */
    readonly targets: number
    /** When the first bin expires, or earlier; null without bins. */
    readonly binsExpire: string | null
  }
}

export interface TargetJson {
  readonly length: number
  readonly hashes: { readonly sha256: string }
}

export interface AuditHead {
  readonly sequence: number
  readonly hash: string
}

/** Names the release before this one by the targets.json that listed it. */
export interface PreviousRelease {
  readonly release: number
  readonly version: number
  readonly sha256: string
}

/** What targets.json says of the release beyond TUF. */
export interface ReleaseNote {
  readonly release: number
  readonly createdAt: string
  readonly auditHead: AuditHead | null
  readonly previous: PreviousRelease | null
}

export interface TargetsJson extends Common<'targets'> {
  readonly targets: Readonly<Record<string, TargetJson>>
  readonly delegations?: {
    readonly keys: Readonly<Record<string, KeyJson>>
    readonly succinct_roles: RoleJson & {
      readonly bit_length: number
      readonly name_prefix: string
    }
  }
}

export interface TopTargetsJson extends TargetsJson {
  readonly 'x-citegate': ReleaseNote
}

export type SignedJson = RootJson | TimestampJson | SnapshotJson | TargetsJson

export interface Envelope<T extends SignedJson = SignedJson> {
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[]
  readonly signed: T
}
