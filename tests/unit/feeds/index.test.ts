import { expect, it } from 'vitest'
import * as feeds from '../../../src/feeds/index.ts'

it('offers these names to other rooms', () => {
  expect(Object.keys(feeds).sort()).toEqual([
    'changesPath',
    'channelIndexPath',
    'diffRelease',
    'digestOf',
    'emptyRichText',
    'feedSchemas',
    'feedUrl',
    'indexPath',
    'isChangesPath',
    'itemContext',
    'itemPaths',
    'jsonSchema',
    'lexicalToMdast',
    'mediaPath',
    'previousRelease',
    'referencesPath',
    'renderItem',
    'renderItems',
    'renderMarkdown',
    'renderRelease',
    'schemaNames',
    'schemaPath',
    'schemaUrl',
    'toCsl',
    'vancouver',
    'vancouverText',
  ])
})
