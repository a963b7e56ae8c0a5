import type { BasePayload } from 'payload'
import type { LogEntry, Subject } from '../../../src/domain/model/index.ts'
import { kindLists } from '../../../src/domain/model/index.ts'
import { vaultOf } from '../../../src/database/index.ts'
import type { Filling, StoredRow, Vault } from '../../../src/database/index.ts'
import { channelRow, logRow, subjectRow } from './documents.ts'
import { channelsOf, generatedContent } from './generatedContent.ts'
import type { ContentOptions, ContentPart } from './generatedContent.ts'

const partsAtOnce = 10

/**
 * Writes generated content into an empty database, past the gate: everything in it is signed and
 * live. Takes a part of it at a time, because a transaction does not stay open for long.
 *
 * @param payload - opened with access `restore`
 */
export async function fillDatabase(
  payload: BasePayload,
  options: ContentOptions,
  progress: (text: string) => void,
): Promise<void> {
  const vault = vaultOf(payload)
  const channels = channelsOf(options).map(channelRow)
  let waiting: ContentPart[] = []
  let written = 0
  const write = async (rows: readonly StoredRow[] = []) => {
    const parts = waiting
    waiting = []
    await vault.fill(async ({ put }) => {
      if (rows.length > 0) await put(partNamed(vault, 'channels'), rows)
      for (const { subjects, log } of parts) await putPart(vault, put, subjects, log)
    })
    written += parts.length
    progress(`filling: ${String(written)} topics`)
  }
  await write(channels)
  for (const part of generatedContent(options)) {
    waiting.push(part)
    if (waiting.length === partsAtOnce) await write()
  }
  await write()
}

export async function putPart(
  vault: Vault,
  put: Filling['put'],
  subjects: readonly Subject[],
  log: readonly LogEntry[],
): Promise<void> {
  const bySlug = Map.groupBy(subjects, ({ kind }) => kindLists[kind])
  for (const [slug, some] of bySlug) await put(partNamed(vault, slug), some.map(subjectRow))
  await put(partNamed(vault, 'reviews'), log.map(logRow))
}

function partNamed({ parts }: Vault, name: string) {
  const part = parts.find((each) => each.name === name)
  if (part === undefined) throw new Error(`The database has no part ${name}.`)
  return part
}
