export {
  refuseDeletingOneself,
  refuseWithoutRoles,
  tellOfChange,
  tellOfDeletion,
  tellOfReset,
} from './accountHooks.ts'
export { guardAccount } from './guardAccount.ts'
export { guardReset } from './guardReset.ts'
export { lockMinutes, triesBeforeLock } from './lockout.ts'
export { login } from './login.ts'
export { passwordProblem } from './passwordProblem.ts'
export { keepSessionEnd, sessionSeconds } from './sessionEnd.ts'
export { updateAccount } from './updateAccount.ts'
export { verifyPassword } from './verifyPassword.ts'
