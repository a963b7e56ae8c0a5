import type { BasePayload } from 'payload'
import { createLocalReq } from 'payload'
import { asRecorder } from '../records/index.ts'
import type { KeptKey } from '../sites/index.ts'

const aMinuteMs = 60_000

/** Writes down when a key was last used, once a minute each at most. */
export function noteUse(
  payload: BasePayload,
  clock: () => Date,
  onProblem: (problem: unknown) => void,
): (key: KeptKey) => void {
  const written = new Map<string, number>()
  const write = async (id: string, at: Date): Promise<void> => {
    const req = await createLocalReq({}, payload)
    const data = { lastUsedAt: at.toISOString() }
    await asRecorder(req, () =>
      payload.update({ collection: 'site-keys', id, data, depth: 0, req }),
    )
  }
  return ({ id }) => {
    const now = clock()
    if (now.getTime() - (written.get(id) ?? 0) < aMinuteMs) return
    written.set(id, now.getTime())
    write(id, now).catch(onProblem)
  }
}
