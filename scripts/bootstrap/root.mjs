import { fileURLToPath } from 'node:url'

/** The folder of package.json. Commands work from any current directory. */
export const root = fileURLToPath(new URL('../../', import.meta.url))
