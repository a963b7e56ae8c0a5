export { loggerOptions } from './loggerOptions.ts'
