import type { Label } from './content.ts'
import type { PersonName } from './model.ts'
import type { Start, StepName } from './sequence.ts'

/** A sequence that nobody left to chance. */
export interface Walk {
  readonly start: Start
  readonly steps: readonly (readonly [StepName, PersonName, Label, pick: number])[]
}

/** Something that goes, by whoever may. */
const goes = 2
/** Just that, by just this person. */
const asAsked = 4
/** Of a study: its retraction. */
const retraction = 18

/** What chance hardly ever gets to is gone through each time. */
export const walks: readonly Walk[] = [
  {
    start: 'live',
    steps: [
      ['comment', 'editor', 'c1', goes],
      ['resolve', 'reviewer', 'c1', goes],
      ['editBeside', 'editor', 'c1', goes],
      ['submit', 'editor', 'c1', goes],
      ['requestChanges', 'reviewer', 'c1', goes],
      ['submit', 'editor', 'c1', goes],
      ['approve', 'reviewer', 'c1', goes],
      ['schedule', 'editor', 'c1', goes],
      // Another text is signed by then: what was scheduled is not to be had any more.
      ['editBeside', 'otherEditor', 'c1', goes],
      ['submit', 'editor', 'c1', goes],
      ['approve', 'reviewer', 'c1', goes],
      ['letFire', 'editor', 'c1', goes],
      ['schedule', 'editor', 'c1', goes],
      ['letFire', 'editor', 'c1', goes],
      ['create', 'editor', 'c1', goes],
      ['remove', 'editor', 'c3', goes],
      ['changeStudy', 'editor', 's1', retraction],
      ['release', 'editor', 'c1', goes],
      ['withdraw', 'reviewer', 'c2', goes],
      ['release', 'editor', 'c1', goes],
    ],
  },
  {
    start: 'live',
    steps: [
      ['withdraw', 'reviewer', 'c2', goes],
      ['release', 'editor', 'c1', goes],
      ['submit', 'editor', 'c2', goes],
      ['approve', 'reviewer', 'c2', goes],
      ['reinstate', 'editor', 'c2', goes],
      ['create', 'editor', 'c1', goes],
      ['unpublish', 'editor', 'c3', goes],
      ['editThrough', 'editor', 'c3', goes],
      ['submit', 'editor', 'c3', goes],
      ['assign', 'editor', 'c3', goes],
      ['approve', 'reviewer', 'c3', goes],
      ['approve', 'secondReviewer', 'c3', goes],
      ['schedule', 'editor', 'c3', goes],
      ['unschedule', 'reviewer', 'c3', goes],
      ['publish', 'editor', 'c3', goes],
      ['release', 'editor', 'c1', goes],
      ['restore', 'editor', 'c1', goes],
      ['changeStudy', 'stranger', 's2', asAsked],
      ['changeStudy', 'editor', 's2', retraction],
      ['release', 'editor', 'c1', goes],
    ],
  },
]
