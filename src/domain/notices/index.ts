export { noticeKey, noticeKinds, urgentKinds } from './notice.ts'
export type { Notice, NoticeKind } from './notice.ts'
export { isTold, noticesOf } from './noticesOf.ts'
export { overdueReminders, reviewReminders } from './reminders.ts'
