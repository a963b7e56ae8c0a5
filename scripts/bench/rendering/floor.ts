import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import type { WrittenItem } from '../../../src/publish/renderWorkers/index.ts'

/** What no renderer can do without: the final trees and data of an item, and nothing to work out. */
export interface FloorItem {
  readonly front: string
  readonly tree: Root
  readonly data: unknown
  /** Of the bytes that were rendered. */
  readonly digests: WrittenItem['digests']
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { tableCellPadding: true, tablePipeAlign: false })
  .use(remarkStringify, {
    bullet: '-',
    bulletOther: '+',
    emphasis: '*',
    fences: true,
    listItemIndent: 'one',
    setext: false,
  })
  .freeze()

const frontMatter = /^---\n[^]*?\n---\n\n/

/** Takes a rendered item apart again. */
export function floorItem({ json, markdown, digests }: WrittenItem): FloorItem {
  const [data, text] = [json, markdown].map(({ body }) => new TextDecoder().decode(body))
  const front = frontMatter.exec(text ?? '')?.[0] ?? ''
  return {
    front,
    tree: processor.parse((text ?? '').slice(front.length)),
    data: JSON.parse(data ?? '') as unknown,
    digests,
  }
}

/**
 * remark-stringify and JSON.stringify, SHA-256, write: item after item, in one thread.
 *
 * @throws when that gives other bytes than those that were rendered
 */
export function writeFloor(items: readonly FloorItem[], folder: string): void {
  for (const [index, { front, tree, data, digests }] of items.entries()) {
    const markdown = writeHashed(
      `${front}${processor.stringify(tree)}`,
      join(folder, `${index}.md`),
    )
    const json = writeHashed(`${JSON.stringify(data, null, 2)}\n`, join(folder, `${index}.json`))
    if (markdown !== digests.markdown || json !== digests.json) {
      throw new Error(`The bare loop writes other bytes: ${folder}/${index}.`)
    }
  }
}

/** Writes a body as UTF-8 and hashes the same bytes. */
function writeHashed(body: string, path: string): string {
  const bytes = Buffer.from(body)
  writeFileSync(path, bytes)
  return createHash('sha256').update(bytes).digest('hex')
}
