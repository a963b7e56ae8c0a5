export { compareWaiting } from './compareWaiting.ts'
export { workListNames, workListsFor } from './workLists.ts'
export type { WorkItem, WorkList, WorkListName } from './workLists.ts'
