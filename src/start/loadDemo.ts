import type { BasePayload, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'
import type { Study, SubjectKind } from '../domain/model/index.ts'
import { addDays, isoDate } from '../domain/review/index.ts'
import type { ReviewRequest } from '../endpoints/index.ts'
import { performReview } from '../endpoints/index.ts'
import type { Assessment } from '../hooks/index.ts'
import { assess, makeAccount, newestDocument } from '../hooks/index.ts'
import { markdownToLexical } from '../intake/richText/index.ts'
import type { User } from '../payload-types.ts'
import type { GatedSlug } from '../projection/index.ts'
import type { DemoContent, DemoItem, DemoPage, DemoStage } from '../demo/content/index.ts'
import { demoContent } from '../demo/content/index.ts'

/**
 * Loads the demo content into an empty database as its people would: editors write, reviewers read
 * and sign with their password, editors publish. No row goes around the gate.
 *
 * @param password - of all demo accounts
 * @param progress - told how far it is, after each item
 */
export async function loadDemo(
  payload: BasePayload,
  password: string,
  progress: (text: string) => void,
): Promise<void> {
  await new DemoLoader(payload, password, demoContent, progress).load()
}

type Fields = Record<string, unknown>
type Named = { readonly kind: SubjectKind; readonly key: string }

class DemoLoader {
  private readonly payload: BasePayload
  private readonly password: string
  private readonly content: DemoContent
  private readonly progress: (text: string) => void
  private taken = 0
  private readonly people = new Map<string, User>()
  /** Database ids by collection and key, e.g. `claims/prp-pain`. */
  private readonly ids = new Map<string, string>()

  constructor(
    payload: BasePayload,
    password: string,
    content: DemoContent,
    progress: (text: string) => void,
  ) {
    this.progress = progress
    this.payload = payload
    this.password = password
    this.content = content
  }

  /** In the order of dependence; a therapy is there before its claims, its sections come after. */
  async load(): Promise<void> {
    const { people, channels, conditions, studies, therapies, disclaimers, claims, articles } =
      this.content
    for (const person of people) {
      const account = await makeAccount(this.payload, {
        ...person,
        roles: [...person.roles],
        password: this.password,
      })
      this.people.set(person.key, { ...account, collection: 'users' })
    }
    for (const item of therapies) {
      const { key, language, title, summary } = item.subject
      await this.write(item, 'therapies', { key, language, title, summary })
    }
    for (const channel of channels) {
      const slots = channel.slots.map(({ when, ...slot }) => ({
        ...slot,
        when: { ...when, therapies: this.idsOf('therapies', when.therapies) },
      }))
      const made = await this.payload.create({
        collection: 'channels',
        data: { ...channel, slots } as never,
        overrideAccess: false,
        user: this.person('demo-admin'),
      })
      this.ids.set(`channels/${channel.key}`, made.id)
    }
    for (const item of conditions) await this.take(item, 'conditions', withoutKind(item.subject))
    for (const item of studies) await this.take(item, 'studies', studyFields(item.subject))
    await eachOf(disclaimers, async (item) => {
      const body = this.richText(item.subject.body)
      await this.take(item, 'disclaimers', { ...withoutKind(item.subject), body })
    })
    await eachOf(claims, async (item) => {
      const { therapy, condition, citations, ...rest } = withoutKind(item.subject)
      await this.take(item, 'claims', {
        ...rest,
        therapy: this.id('therapies', therapy),
        condition: condition === undefined ? null : this.id('conditions', condition),
        citations: citations.map((citation) => ({
          ...citation,
          study: this.id('studies', citation.study),
        })),
      })
    })
    for (const item of therapies) {
      const alternateNames = item.subject.alternateNames.map((name) => ({ name }))
      await this.take(item, 'therapies', { ...this.pageFields(item.subject), alternateNames })
    }
    for (const item of articles) {
      const listed = this.idsOf('therapies', item.subject.therapies)
      await this.take(item, 'articles', { ...this.pageFields(item.subject), therapies: listed })
    }
  }

  /** Writes an item and takes it as far as its stage. */
  private async take<S extends Named>(
    item: DemoItem<S>,
    slug: GatedSlug,
    fields: Fields,
  ): Promise<void> {
    await this.write(item, slug, fields)
    this.tell()
    if (slug === 'studies' || slug === 'conditions') {
      if (item.stage === 'live') await this.publishByFindings(item, slug)
      return
    }
    const steps = stepsTo[item.stage]
    if (steps.includes('submit')) await this.act(item, slug, item.author, 'submit')
    for (const reviewer of item.reviewers) {
      if (steps.includes('approve')) await this.act(item, slug, reviewer, 'approve')
      if (steps.includes('request-changes')) await this.act(item, slug, reviewer, 'request-changes')
    }
    if (steps.includes('publish')) await this.act(item, slug, item.author, 'publish')
    if (steps.includes('withdraw')) await this.act(item, slug, item.author, 'withdraw')
    await this.arrange(item, slug)
  }

  /** Asks a reviewer, remarks and schedules, as its people did with the item. */
  private async arrange(item: DemoItem<Named>, slug: GatedSlug): Promise<void> {
    const { author, assignment, comment, publishInDays } = item
    const inDays = (days: number) => addDays(isoDate(new Date()), days)
    if (assignment !== undefined) {
      const { assignee, dueInDays } = assignment
      await this.act(item, slug, author, 'assign', { assignee, due: inDays(dueInDays) })
    }
    if (comment !== undefined) {
      const { by, ...words } = comment
      await this.act(item, slug, by, 'comment', words)
    }
    if (publishInDays !== undefined) {
      const publishAt = `${inDays(publishInDays)}T09:00:00Z`
      await this.act(item, slug, author, 'schedule', { publishAt })
    }
  }

  private tell(): void {
    const { conditions, studies, claims, disclaimers, therapies, articles } = this.content
    const lists = [conditions, studies, claims, disclaimers, therapies, articles]
    const all = lists.reduce((sum, { length }) => sum + length, 0)
    this.taken += 1
    this.progress(`Loading the demo content: ${String(this.taken)} of ${String(all)} items`)
  }

  private async write(
    item: DemoItem<{ readonly key: string }>,
    slug: GatedSlug,
    fields: Fields,
  ): Promise<void> {
    const name = `${slug}/${item.subject.key}`
    const id = this.ids.get(name)
    const common = {
      collection: slug,
      data: fields as never,
      draft: true,
      depth: 0,
      overrideAccess: false,
      user: this.person(item.author),
    } as const
    const written =
      id === undefined
        ? await this.payload.create(common)
        : await this.payload.update({ ...common, id })
    this.ids.set(name, written.id)
  }

  private async publishByFindings(
    item: DemoItem<{ readonly key: string }>,
    slug: GatedSlug,
  ): Promise<void> {
    await this.payload.update({
      collection: slug,
      id: this.id(slug, item.subject.key),
      data: { _status: 'published' },
      depth: 0,
      overrideAccess: false,
      user: this.person(item.author),
    })
  }

  private async act(
    item: DemoItem<Named>,
    slug: GatedSlug,
    personKey: string,
    action: ReviewRequest['action'],
    said: Partial<ReviewRequest> = {},
  ): Promise<void> {
    const req = await this.requestOf(personKey)
    const id = this.id(slug, item.subject.key)
    const { contentHash } = await this.read(req, slug, id)
    const { reason, withdrawalKind } = item
    const why = reason === undefined ? {} : { reason }
    await performReview(req, slug, id, {
      action,
      contentHash,
      ...(action === 'approve' ? { meaning: 'medically-accurate', password: this.password } : {}),
      ...(action === 'request-changes' ? why : {}),
      ...(action === 'withdraw' ? { ...why, kind: withdrawalKind } : {}),
      ...said,
    })
  }

  private pageFields(page: DemoPage): Fields {
    const { key, language, title, summary } = page
    return {
      key,
      language,
      title,
      summary,
      conditions: this.idsOf('conditions', page.conditions),
      channels: page.channels.map((channel) => this.id('channels', channel)),
      sections: page.sections.map((section) => ({
        ...section,
        body: this.richText(section.body),
      })),
      statusNotEstablished: page.statusNotEstablished.map((entry) => ({
        ...entry,
        therapy: this.id('therapies', entry.therapy),
      })),
    }
  }

  private richText(markdown: string) {
    return markdownToLexical(markdown, { claimId: (key) => this.ids.get(`claims/${key}`) })
  }

  /** What a person has in front of them before they act. */
  private async read(req: PayloadRequest, slug: GatedSlug, id: string): Promise<Assessment> {
    const document = await newestDocument(req, slug, id)
    if (document === undefined) throw new Error(`The demo content lost ${slug} ${id}.`)
    return assess(req, slug, document, new Date())
  }

  private async requestOf(personKey: string): Promise<PayloadRequest> {
    return createLocalReq({ user: this.person(personKey) }, this.payload)
  }

  private person(key: string): User {
    const person = this.people.get(key)
    if (person === undefined) throw new Error(`The demo content names nobody as ${key}.`)
    return person
  }

  private id(collection: string, key: string): string {
    const id = this.ids.get(`${collection}/${key}`)
    if (id === undefined)
      throw new Error(`The demo content refers to ${collection}/${key} before it exists.`)
    return id
  }

  private idsOf(collection: string, keys: readonly string[]): string[] {
    return keys.map((key) => this.id(collection, key))
  }
}

/** Several people work at a time: while one password is being checked, others write. */
async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values()
  const people = Array.from({ length: 6 }, async () => {
    for (const item of queue) await work(item)
  })
  await Promise.all(people)
}

/** What is done with an item, in order, to bring it to a stage. */
const stepsTo: Readonly<Record<DemoStage, readonly string[]>> = {
  draft: [],
  'in-review': ['submit'],
  'changes-requested': ['submit', 'request-changes'],
  approved: ['submit', 'approve'],
  live: ['submit', 'approve', 'publish'],
  withdrawn: ['submit', 'approve', 'publish', 'withdraw'],
}

function withoutKind<S extends { readonly kind: string }>({ kind: _kind, ...rest }: S) {
  return rest
}

function studyFields(study: Study): Fields {
  const { identifiers, primaryOutcomeMet, ...rest } = withoutKind(study)
  const met = primaryOutcomeMet === undefined ? null : primaryOutcomeMet ? 'yes' : 'no'
  return { ...rest, ...identifiers, primaryOutcomeMet: met }
}
