import type { Label } from './content.ts'
import { isStudy } from './content.ts'
import { isHeldUp, isReleased, isRightText } from './gate.ts'
import type { Model, PersonName } from './model.ts'
import { hasRole, roles } from './model.ts'
import { goodWords } from './nextWords.ts'
import type { Choice, Operation, Scene } from './operations.ts'
import { plans, write } from './operations.ts'

/** What has to be live before the rest can be. */
const order: readonly Label[] = ['s1', 's2', 'd', 'c1', 'c2', 'c3', 't']

const claims = ['c1', 'c2', 'c3'] as const

/**
 * The next step towards a live text, by somebody who may take it: chance alone hardly ever gets a
 * page through its reviews.
 */
export function advance(scene: Scene, { label, pick }: Choice): Operation | Promise<Operation> {
  const { model } = scene
  const scheduled = order.find((each) => model.of(each).schedule !== undefined)
  if (scheduled !== undefined && pick % 3 === 0) {
    return plans.letFire(scene, { who: 'editor', label, pick })
  }
  if (scheduled !== undefined && pick % 3 === 1) {
    return plans.editBeside(scene, { who: 'both', label: scheduled, pick })
  }
  if (scheduled !== undefined && pick % 6 === 2) {
    return plans.unschedule(scene, { who: 'reviewer', label: scheduled, pick })
  }
  const isFallen = claims.some((each) => model.of(each).live && !isReleased(model, each))
  if (isFallen && pick % 3 === 1) return plans.release(scene, { who: 'editor', label, pick })
  const unfinished = order.filter((each) => model.isThere(each) && !model.isLiveAsItIs(each))
  const supported = unfinished.filter((each) => isHeldUp(model, each, model.newest(each)))
  const withdrawn = supported.filter((each) => model.liveState(each) === 'withdrawn')
  const wanted = withdrawn.length > 0 && pick % 3 > 0 ? withdrawn : supported
  const chosen = wanted[pick % Math.max(1, wanted.length)] ?? unfinished[0] ?? label
  const by = (who: PersonName): Choice => ({ who, label: chosen, pick: 1 })
  const editor = (['editor', 'both', 'otherEditor'] as const)[pick % 3] ?? 'editor'
  if (!model.isThere(chosen)) return plans.create(scene, { who: editor, label: 'c3', pick: 1 })
  if (model.openComments(chosen).length > 0) return plans.resolve(scene, by('reviewer'))
  const words = model.newest(chosen)
  const { state } = model.standing(chosen, words)
  if (model.isLiveAsItIs(chosen) && state === 'approved') {
    return plans.editBeside(scene, { who: editor, label: chosen, pick })
  }
  if (!isRightText(model, words) && !isStudy(chosen)) {
    return write(scene, by(editor), goodWords(model, chosen), 'beside')
  }
  if (state === 'draft' || state === 'changes-requested') return plans.submit(scene, by(editor))
  if (state === 'in-review') return plans.approve(scene, by(signerOf(model, chosen)))
  if (model.liveState(chosen) === 'withdrawn') return plans.reinstate(scene, by(editor))
  const isLater = pick % 4 === 1 && model.of(chosen).schedule === undefined
  return isLater ? plans.schedule(scene, by(editor)) : plans.publish(scene, by('reviewer'))
}

function signerOf(model: Model, label: Label): PersonName {
  const words = model.newest(label)
  const authors = model.authors(label, words)
  const { signers } = model.standing(label, words)
  const reviewers = (Object.keys(roles) as PersonName[]).filter((who) => hasRole(who, 'reviewer'))
  return reviewers.find((who) => !authors.has(who) && !signers.includes(who)) ?? 'reviewer'
}
