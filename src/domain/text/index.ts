export { hiddenCharactersIn } from './hiddenCharacters.ts'
