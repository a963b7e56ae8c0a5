import { setImmediate as turn } from 'node:timers/promises'
import { env } from '../../../src/env.ts'
import { openRelease } from '../../../src/repository/index.ts'
import { openStore } from '../../../src/store/index.ts'
import type { Answer } from '../support/program.ts'
import type { Newsroom } from './newsroom.ts'
import { must, password } from './newsroom.ts'
import type { DeedName, WorkerLine } from './reports.ts'

interface Claim {
  readonly id: string
  readonly key: string
}

interface Standing {
  readonly contentHash: string
  readonly publishedHash?: string
  readonly reviewState: string
  readonly liveState: string
}

const mostClaims = 4

/** Writes, signs, publishes and withdraws claims by the real routes, for ever. */
export async function work(
  newsroom: Newsroom,
  chance: () => number,
  say: (line: WorkerLine) => void,
): Promise<never> {
  const worker = new Worker(newsroom, chance, say)
  for (;;) {
    await worker.doSomething()
    await turn()
  }
}

class Worker {
  private readonly newsroom: Newsroom
  private readonly chance: () => number
  private readonly say: (line: WorkerLine) => void

  constructor(newsroom: Newsroom, chance: () => number, say: (line: WorkerLine) => void) {
    this.newsroom = newsroom
    this.chance = chance
    this.say = say
  }

  async doSomething(): Promise<void> {
    const claims = await this.claims()
    if (claims.length < mostClaims) return this.create()
    const claim = claims[Math.floor(this.chance() * claims.length)]
    if (claim === undefined) return
    const standing = await this.standing(claim)
    const next = this.nextFor(standing)
    await (next === 'edit' ? this.edit(claim) : this.review(claim, standing, next))
    if (changesLive.has(next) && this.chance() < 0.7) await this.release()
  }

  /** What leads this claim on, round and round. */
  private nextFor({ reviewState, liveState, contentHash, publishedHash }: Standing): DeedName {
    if (reviewState === 'in-review') return 'approve'
    if (reviewState !== 'approved') return 'submit'
    if (liveState === 'withdrawn') return 'reinstate'
    if (liveState === 'never' || contentHash !== publishedHash) return 'publish'
    return this.chance() < 0.6 ? 'withdraw' : 'edit'
  }

  private async claims(): Promise<readonly Claim[]> {
    const { body } = must(await this.newsroom.editor.get('/claims?draft=true&limit=0'))
    return body['docs'] as readonly Claim[]
  }

  private async standing({ id }: Claim): Promise<Standing> {
    const { body } = must(await this.newsroom.editor.get(`/claims/${id}/review`))
    return body as unknown as Standing
  }

  private async create(): Promise<void> {
    const { editor, therapy, study } = this.newsroom
    const key = `claim-${String(Math.floor(this.chance() * 1e9))}`
    await this.timed('create', `claim/${key}`, async () => {
      const answer = await editor.post('/claims?draft=true', {
        key,
        statement: this.statement(),
        therapy,
        claimKind: 'harm',
        direction: 'favours',
        certainty: 'moderate',
        certaintyReason: 'Lowered once for imprecision.',
        citations: [{ study, stance: 'supports' }],
      })
      return { answer, hash: async () => this.hashOf((answer.body['doc'] as Claim).id) }
    })
  }

  private async edit({ id, key }: Claim): Promise<void> {
    await this.timed('edit', `claim/${key}`, async () => {
      const body = { statement: this.statement() }
      const answer = await this.newsroom.editor.patch(`/claims/${id}?draft=true`, body)
      return { answer, hash: async () => this.hashOf(id) }
    })
  }

  private statement(): string {
    return `The invented trial counted ${String(Math.floor(this.chance() * 1e9))} of 1000000000 people.`
  }

  private async hashOf(id: string): Promise<string> {
    return (await this.standing({ id, key: '' })).contentHash
  }

  private async review(
    { id, key }: Claim,
    { contentHash, publishedHash = '' }: Standing,
    action: DeedName,
  ): Promise<void> {
    const { editor, reviewer } = this.newsroom
    const person = action === 'approve' ? reviewer : editor
    await this.timed(action, `claim/${key}`, async () => {
      const answer = await person.post(`/claims/${id}/review`, {
        action,
        contentHash,
        ...(action === 'approve' ? { meaning: 'medically-accurate', password } : {}),
        ...(action === 'withdraw' ? { kind: 'evidence' } : {}),
        ...(changesLive.has(action) && action !== 'publish' ? { reason: 'It was doubted.' } : {}),
      })
      const hash = action === 'withdraw' ? publishedHash : contentHash
      return { answer, hash: () => Promise.resolve(hash) }
    })
  }

  /** Runs the job that a change of something live has queued. */
  private async release(): Promise<void> {
    await this.timed('release', 'feed', async () => {
      const { jobStatus } = await this.newsroom.payload.jobs.run({ queue: 'release' })
      const isDone = Object.values(jobStatus ?? {}).every(({ status }) => status === 'success')
      const answer: Answer = { status: isDone ? 200 : 500, body: { jobStatus } }
      return { answer, hash: () => Promise.resolve('') }
    })
  }

  private async timed(
    deed: DeedName,
    subject: string,
    ask: () => Promise<{ answer: Answer; hash: () => Promise<string> }>,
  ): Promise<void> {
    this.say({ begins: deed, subject })
    const began = performance.now()
    const { answer, hash } = await ask()
    const ms = Math.round(performance.now() - began)
    if (answer.status >= 300) {
      this.say({ refused: deed, status: answer.status, body: answer.body })
      return
    }
    const current = deed === 'release' ? await openRelease(openStore(env.storeLocation, env)) : null
    this.say({
      ends: deed,
      subject,
      contentHash: await hash(),
      ...(current === null ? {} : { release: current.release }),
      ms,
    })
  }
}

const changesLive: ReadonlySet<DeedName> = new Set(['publish', 'withdraw', 'reinstate'])
