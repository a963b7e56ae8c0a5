export { accessLog } from './accessLog.ts'
export { loggerOptions } from './loggerOptions.ts'
