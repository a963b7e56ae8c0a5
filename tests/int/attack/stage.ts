import type { Route, Target, Wrong } from './attack.ts'
import { goodContent } from './content.ts'
import type { World } from './world.ts'
import { change, newDraft, newLive, newestVersion, schedule, sign, writeBeside } from './world.ts'

/**
 * Keeps what attempts are made on. A refused attempt changes nothing, so that the next one finds the
 * same; `spoil` says that this one did not, and a new one is made.
 */
export class Stage {
  private readonly world: World
  private readonly targets = new Map<string, Promise<Target>>()
  private readonly soiled = new Set<string>()

  constructor(world: World) {
    this.world = world
  }

  target(route: Route, wrong: Wrong): Promise<Target> {
    const key = keyOf(route, wrong)
    const known = this.targets.get(key) ?? this.make(route, wrong)
    const clean = this.soiled.delete(key) ? this.clean(known) : known
    this.targets.set(key, clean)
    return this.withFields(clean, route, wrong)
  }

  /** The attempt has changed what it was made on, or has only left a draft beside it. */
  spoil(route: Route, wrong: Wrong, isOnlySoiled = false): void {
    const key = keyOf(route, wrong)
    if (isOnlySoiled) this.soiled.add(key)
    else this.targets.delete(key)
  }

  /** Writes good words over the draft that an attempt has left. */
  private async clean(known: Promise<Target>): Promise<Target> {
    const target = await known
    const { key: _fixed, ...words } = goodContent(target.slug, this.world.ground)
    await writeBeside(this.world.people.editor, target.slug, target.id, words)
    return { ...target, version: await newestVersion(this.world, target.slug, target.id) }
  }

  /** The words of a wrong come with the request where the route carries them. */
  private async withFields(known: Promise<Target>, route: Route, wrong: Wrong): Promise<Target> {
    const target = await known
    if (route.carries !== 'body') return target
    const fields = await wrong.fields(this.world)
    const whole = { ...goodContent(wrong.slug, this.world.ground), ...fields }
    return { ...target, fields, whole }
  }

  private async make({ over, carries }: Route, wrong: Wrong): Promise<Target> {
    const { world } = this
    const { slug } = wrong
    const none = { slug, id: '', key: '', version: '', fields: {}, whole: {} }
    if (over === 'nothing') return none
    const { id, key } = over === 'draft' ? await newDraft(world, slug) : await newLive(world, slug)
    const isNewer = over === 'newer' || (over === 'live' && wrong.kind !== 'words')
    if (isNewer) await change(world, slug, id)
    if (carries === 'schedule') {
      await sign(world, slug, id)
      await schedule(world, slug, id)
    }
    await this.addWrong(carries, over, wrong, id)
    const version = (await wrong.version?.(world, id)) ?? (await newestVersion(world, slug, id))
    return { ...none, id, key, version }
  }

  /** Brings the wrong in, as far as it does not come with the request. */
  private async addWrong(
    carries: Route['carries'],
    over: Route['over'],
    wrong: Wrong,
    id: string,
  ): Promise<void> {
    const { world } = this
    const { slug } = wrong
    if (wrong.kind === 'history') {
      await (carries === 'schedule' ? wrong.thereafter : wrong.history)?.(world, id)
    } else if (carries !== 'body') {
      await writeBeside(world.people.editor, slug, id, await wrong.fields(world))
    } else if (over === 'draft' && wrong.kind === 'words') {
      // Good words are signed, so that the wrong ones are all there is to refuse; a body that forges
      // a signature comes with words that have none.
      await sign(world, slug, id)
    }
  }
}

/** Words that a request brings along meet the same document, whichever they are. */
function keyOf({ over, carries }: Route, { kind, name, slug }: Wrong): string {
  // A history over a live text is that of a newer draft.
  if (kind === 'history') return `${over === 'live' ? 'newer' : over} ${carries} ${name}`
  return `${over} ${carries} ${slug} ${carries === 'body' ? kind : name}`
}
