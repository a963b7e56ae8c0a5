export { isPrepared } from './isPrepared.ts'
export { prepare } from './prepare.ts'
export { serve } from './serve.ts'
export { withPayload } from './withPayload.ts'
