import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { consumerTypes } from '../../../../scripts/schemas/consumerTypes.ts'

const types = path.resolve('src/consumer/feedTypes.ts')
const site = path.resolve('site.ts')

/** What the compiler says, as strictly as it can be asked, of a site that has the types alone. */
function problems(code: string): readonly string[] {
  const options = {
    ...{ strict: true, noEmit: true, exactOptionalPropertyTypes: true, types: [] },
    ...{ noUncheckedIndexedAccess: true, allowImportingTsExtensions: true, lib: ['lib.es2022.d.ts'] },
    ...{ module: ts.ModuleKind.Preserve, target: ts.ScriptTarget.ES2022 },
  }
  const host = ts.createCompilerHost(options)
  const disk = { ...host }
  host.getSourceFile = (name, ...rest) =>
    name === site
      ? ts.createSourceFile(name, code, ts.ScriptTarget.ES2022)
      : disk.getSourceFile(name, ...rest)
  host.fileExists = (name) => name === site || disk.fileExists(name)
  host.readFile = (name) => (name === site ? code : disk.readFile(name))
  return ts
    .getPreEmitDiagnostics(ts.createProgram([site, types], options, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
}

const read = `
  import type { FeedFiles, FeedItem } from './src/consumer/feedTypes.ts'
  export function line(item: FeedItem): string {
    switch (item.kind) {
      case 'therapy':
      case 'article': return item.summary
      case 'claim': return item.certainty ?? item.statement
      case 'study': return item.reference
    }
  }
  export const gone = (list: FeedFiles['channel']) => list.tombstones.map(({ reason }) => reason)
`

it('types a site that has no library of ours, every kind of item told apart', () => {
  expect(problems(read)).toEqual([])
})

it.each([
  ['a property that no item has', 'item.summary', 'item.blurb', 'blurb'],
  ['what may be absent as if it were there', '?? item.statement', '', 'undefined'],
  ['one kind left out', "case 'study': return item.reference", '', 'return'],
])('finds in a site %s', (_, right, wrong, word) => {
  expect(problems(read.replace(right, wrong)).join(' ')).toContain(word)
})

it('are those of the schemas, and import nothing', async () => {
  const written = readFileSync(types, 'utf8')
  expect(await consumerTypes()).toBe(written)
  expect(written).not.toContain('import')
})
