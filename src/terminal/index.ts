export { Interrupted, ask, askSecret, terminalOfCaller } from './askOnTerminal.ts'
export type { Terminal } from './askOnTerminal.ts'
