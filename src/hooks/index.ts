export { actorOf } from './actorOf.ts'
export { assess, project, withEntries } from './assess.ts'
export type { Assessment } from './assess.ts'
export { draftDependents } from './dependents.ts'
export { fillKey } from './fillKey.ts'
export { guardWrite } from './guardWrite.ts'
export {
  digestFile,
  refuseDeletingUsedMedia,
  refuseReplacingFile,
  refuseRewordingUsedMedia,
} from './mediaHooks.ts'
export { makeAccount } from './makeAccount.ts'
export type { NewAccount } from './makeAccount.ts'
export { liveDocument, newestDocument } from './newestDocument.ts'
export { refreshStanding } from './refreshStanding.ts'
export { reportConflict } from './reportConflict.ts'
export { noteOperation } from './noteOperation.ts'
export { queueScheduled } from './queueScheduled.ts'
export { queueRelease, queueReleaseAfterChange } from './queueRelease.ts'
export { recordWrite } from './recordWrite.ts'
export { recordDeletion, refuseDeletion } from './refuseDeletion.ts'
export { endSession, storeState } from './directWrites.ts'
export { tellPeople } from './tellPeople.ts'
export { refuseDeletingSigner, refuseStrangersAccount } from './userHooks.ts'
export { storedState, storedWorkflow } from './storedState.ts'
export { writeState } from './writeState.ts'
export type { LiveIntent } from './writeState.ts'
