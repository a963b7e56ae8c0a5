import type { FootnoteDefinition, Root, RootContent } from 'mdast'
import type { Study } from '../../domain/model/index.ts'
import { nodesIn } from '../../domain/pages/index.ts'
import { vancouver } from '../references/index.ts'
import { citedStudy } from './citedStudy.ts'
import type { ItemContext } from './itemContext.ts'
import { link, paragraph } from './words.ts'

/** The blocks, followed by a footnote for every source they refer to, in reading order. */
export function withFootnotes(
  blocks: readonly RootContent[],
  context: ItemContext,
): readonly RootContent[] {
  return [...blocks, ...sourcesIn(blocks).map((key) => footnote(key, context))]
}

function sourcesIn(blocks: readonly RootContent[]): readonly string[] {
  const root: Root = { type: 'root', children: [...blocks] }
  const keys = [...nodesIn(root)].flatMap(({ node }) =>
    node.type === 'footnoteReference' ? [node.identifier] : [],
  )
  return [...new Set(keys)]
}

function footnote(key: string, context: ItemContext): FootnoteDefinition {
  const study = citedStudy(key, context)
  const { text, url } = vancouver(study)
  const notice = sourceNotice(study, context)
  return {
    type: 'footnoteDefinition',
    identifier: key,
    label: key,
    children: [
      paragraph(
        ...(url === undefined ? [text] : [`${text} `, link(url, url)]),
        ...(notice === undefined ? [] : [` ${notice}`]),
      ),
    ],
  }
}

/** That a source was corrected, questioned or retracted; undefined when nothing is known against it. */
export function sourceNotice(study: Study, { phrases }: ItemContext): string | undefined {
  if (study.status === 'active') return undefined
  return phrases.sourceNotice({
    status: study.status,
    ...(study.noticeDoi === undefined ? {} : { notice: `https://doi.org/${study.noticeDoi}` }),
  })
}
