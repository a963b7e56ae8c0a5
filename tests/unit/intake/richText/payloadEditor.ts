import { editorConfigFactory, getEnabledNodes } from '@payloadcms/richtext-lexical'
import { createHeadlessEditor } from '@payloadcms/richtext-lexical/lexical/headless'
import { buildConfig } from 'payload'
import type { DatabaseAdapterObj } from 'payload'
import { pageText } from '../../../../src/fields/index.ts'

type FieldEditor = Parameters<typeof editorConfigFactory.fromEditor>[0]['editor']

/** Never asked: building a configuration opens no database. */
const noDatabase: DatabaseAdapterObj = {
  defaultIDType: 'text',
  init: () => {
    throw new Error('This configuration has no database.')
  },
}

/** The very editor of page texts, without a browser: what it takes in, and what it would store. */
export async function payloadEditor(): Promise<(state: unknown) => unknown> {
  const config = await buildConfig({
    secret: 'not a secret',
    db: noDatabase,
    collections: [
      { slug: 'claims', fields: [] },
      { slug: 'media', upload: true, fields: [] },
    ],
  })
  const editorConfig = await editorConfigFactory.fromEditor({
    config,
    editor: pageText('body', 'Text').editor as FieldEditor,
  })
  const editor = createHeadlessEditor({
    nodes: getEnabledNodes({ editorConfig }),
    onError: (error) => {
      throw error
    },
  })
  return (state) => {
    editor.setEditorState(editor.parseEditorState(JSON.stringify(state)))
    const stored: unknown = JSON.parse(JSON.stringify(editor.getEditorState()))
    return stored
  }
}
