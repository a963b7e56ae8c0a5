export { frontDoor } from './frontDoor.ts'
export type { FrontDoorOptions } from './frontDoor.ts'
