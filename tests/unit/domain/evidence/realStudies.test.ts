import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { gradeCeiling, identifierUrl } from '../../../../src/domain/evidence/index.ts'
import type { Author, Identifiers, Study, StudyDesign } from '../../../../src/domain/model/index.ts'
import { evaluate, exampleNow, graphOf } from '../../../../src/domain/rules/index.ts'

const file = new URL('../../../../../shared/data/studies.json', import.meta.url)
const isAbsent = !existsSync(file)

interface Entry {
  readonly key: string
  readonly title: string
  readonly authors: readonly Author[]
  readonly year: number
  readonly doi: string | null
  readonly pmid: string | null
  readonly pmcid: string | null
  readonly registration: string | null
  readonly design: StudyDesign
}

const entries = isAbsent ? [] : (JSON.parse(readFileSync(file, 'utf8')) as readonly Entry[])

describe.skipIf(isAbsent)('published studies (needs ../shared, skipped where it is absent)', () => {
  it.each(entries)('$key raises no finding', (entry) => {
    expect(evaluate(studyOf(entry), graphOf({}), exampleNow)).toEqual([])
  })

  it.each(entries)('$key has a link and a highest certainty', (entry) => {
    expect(identifierUrl(studyOf(entry))).toMatch(/^https:\/\//)
    expect(gradeCeiling(studyOf(entry))).toBeDefined()
  })
})

function studyOf(entry: Entry): Study {
  const identifiers: Identifiers = {
    ...(entry.doi !== null && { doi: entry.doi }),
    ...(entry.pmid !== null && { pmid: entry.pmid }),
    ...(entry.pmcid !== null && { pmcid: entry.pmcid }),
    ...(entry.registration !== null && { nct: entry.registration }),
  }
  return {
    kind: 'study',
    key: entry.key,
    sourceType: 'study',
    title: entry.title,
    authors: entry.authors,
    authorsComplete: true,
    issued: String(entry.year),
    identifiers,
    design: entry.design,
    status: 'active',
  }
}
