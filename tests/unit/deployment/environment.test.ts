import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('.env.example lists each variable that is read, and no other', () => {
  const read = [...readFileSync('src/env.ts', 'utf8').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)]
  const listed = [...readFileSync('.env.example', 'utf8').matchAll(/^# ([A-Z][A-Z_]+)=/gm)]
  const names = (matches: RegExpExecArray[]): string[] =>
    matches.map((match) => match[1] ?? '').sort()
  expect(names(listed)).toEqual(names(read))
})
