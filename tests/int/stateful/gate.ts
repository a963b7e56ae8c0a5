import type { Label, Words } from './content.ts'
import { isBenefit, isClaim, shows } from './content.ts'
import type { Deed, Model } from './model.ts'

/** Whether a text itself is right: what a reviewer would sign. */
export function isRightText(model: Model, words: Words): boolean {
  if (words.kind === 'therapy') return words.shows !== 'benefit'
  if (words.kind !== 'claim') return true
  const { cites } = words
  return cites.length > 0 && cites.every((study) => model.study(study).status === 'active')
}

/** Whether what a text leans on is live. */
export function isHeldUp(model: Model, label: Label, words: Words): boolean {
  const isLive = (each: Label): boolean => model.of(each).live !== undefined
  if (words.kind === 'claim') {
    return words.cites.every(isLive) && (!isBenefit(label) || isLive('d'))
  }
  if (words.kind !== 'therapy') return true
  const claims = shows[words.shows]
  return claims.every(isLive) && (!claims.some(isBenefit) || isLive('d'))
}

/**
 * Whether a text could go live now, its place in the workflow aside.
 *
 * @param unsaved - an edit that comes with it
 */
export function passesGate(model: Model, label: Label, words: Words, unsaved?: Deed): boolean {
  const isLiveText = model.textOf(words) === model.liveText(label)
  return (
    isRightText(model, words) &&
    isHeldUp(model, label, words) &&
    model.standing(label, words, unsaved).state === 'approved' &&
    (isLiveText || model.openComments(label).length === 0)
  )
}

/** Whether a live claim, study or disclaimer has to be in a release today. */
export function isReleased(model: Model, label: Label): boolean {
  const { live } = model.of(label)
  if (live === undefined) return false
  if (!isRightText(model, live)) return false
  if (model.standing(label, live).state !== 'approved') return false
  if (live.kind !== 'claim') return true
  return (
    live.cites.every((study) => isReleased(model, study)) &&
    (!isBenefit(label) || isReleased(model, 'd'))
  )
}

/** Claims that stand on the live page, if there is one. */
export function claimsOnLivePage(model: Model): readonly Label[] {
  const { live } = model.of('t')
  return live?.kind === 'therapy' ? shows[live.shows].filter(isClaim) : []
}
