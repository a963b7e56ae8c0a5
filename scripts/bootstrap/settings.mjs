// Loaded before a program that takes settings: what .env says, where the environment does not.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const file = join(root, '.env')
if (existsSync(file)) process.loadEnvFile(file)
