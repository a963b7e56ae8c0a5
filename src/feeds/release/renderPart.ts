import type { SubjectName } from '../../domain/model/index.ts'
import { subjectName } from '../../domain/model/index.ts'
import type { ItemRefusal, Standings } from '../items/index.ts'
import { itemContext } from '../items/index.ts'
import type { FeedFile, FeedInput } from '../model/index.ts'
import type { CslItem, IndexItem } from '../schemas/index.ts'
import { indexItem, renderItems } from './renderRelease.ts'

/** Some items of a release, and everything that they lean on. */
export interface PartInput extends FeedInput {
  /** The subjects to render; what else is planned is only leaned on. */
  readonly wanted: ReadonlySet<SubjectName>
}

/** What became of them in one channel. */
export interface RenderedPart {
  /** Key of the channel. */
  readonly channel: string
  readonly items: readonly IndexItem[]
  /** Both forms of each item. */
  readonly files: readonly FeedFile[]
  /** Digests of the media files that the items show. */
  readonly media: readonly string[]
  readonly references: readonly CslItem[]
  readonly refusals: readonly ItemRefusal[]
}

/** Renders some items of a release, channel by channel. Everything in and out can be cloned. */
export function renderPart(input: PartInput): readonly RenderedPart[] {
  const standings: Standings = new Map()
  return input.plan.channels.map((plan) => {
    const context = itemContext(input, plan, standings)
    const isWanted = (item: Parameters<typeof subjectName>[0]) =>
      input.wanted.has(subjectName(item))
    const { items, references, refusals } = renderItems(plan, context, isWanted)
    return {
      channel: plan.channel.key,
      items: items.map((item) => indexItem(item, input)),
      files: items.flatMap(({ json, markdown }) => [json, markdown]),
      media: items.flatMap(({ media }) => media),
      references,
      refusals,
    }
  })
}
