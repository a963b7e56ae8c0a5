export { hiddenCharactersIn } from './hiddenCharacters.ts'
export { nearNames } from './nearNames.ts'
