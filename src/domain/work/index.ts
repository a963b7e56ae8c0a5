export { compareWaiting } from './compareWaiting.ts'
export { workListsFor } from './workLists.ts'
export type { WorkItem, WorkList, WorkListName } from './workLists.ts'
