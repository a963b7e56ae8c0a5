import type { Role } from '../../domain/model/index.ts'

/** An account, as the panels speak of it. */
export interface Person {
  readonly key: string
  readonly name: string
  readonly credentials?: string | null
  readonly roles: readonly Role[]
}
