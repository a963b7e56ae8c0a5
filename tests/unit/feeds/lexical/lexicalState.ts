/** Builders for the JSON that the editor stores, with the properties Lexical 0.50 writes. */
export type LexicalJson = Readonly<Record<string, unknown>>

const element = { direction: 'ltr', format: '', indent: 0, version: 1 }

export const bold = 1
export const italic = 2
export const struck = 4
export const underlined = 8
export const code = 16
export const lowered = 32
export const raised = 64
export const highlighted = 128

export function state(...children: readonly LexicalJson[]): LexicalJson {
  return { root: { ...element, type: 'root', children } }
}

export function text(value: string, format = 0): LexicalJson {
  return { type: 'text', version: 1, detail: 0, format, mode: 'normal', style: '', text: value }
}

export function paragraph(...children: readonly LexicalJson[]): LexicalJson {
  return { ...element, type: 'paragraph', textFormat: 0, textStyle: '', children }
}

export function heading(tag: string, ...children: readonly LexicalJson[]): LexicalJson {
  return { ...element, type: 'heading', tag, children }
}

export function quote(...children: readonly LexicalJson[]): LexicalJson {
  return { ...element, type: 'quote', children }
}

export function list(listType: string, items: readonly LexicalJson[], start = 1): LexicalJson {
  return {
    ...element,
    type: 'list',
    listType,
    start,
    tag: listType === 'number' ? 'ol' : 'ul',
    children: items,
  }
}

export function item(...children: readonly LexicalJson[]): LexicalJson {
  return { ...element, type: 'listitem', value: 1, children }
}

export function link(url: string, ...children: readonly LexicalJson[]): LexicalJson {
  return {
    ...element,
    type: 'link',
    version: 3,
    fields: { linkType: 'custom', newTab: false, url },
    children,
  }
}

export function table(...rows: readonly (readonly LexicalJson[])[]): LexicalJson {
  const children = rows.map((cells) => ({ ...element, type: 'tablerow', children: cells }))
  return { ...element, type: 'table', colWidths: [], children }
}

export function cell(headerState: number, ...children: readonly LexicalJson[]): LexicalJson {
  return { ...element, type: 'tablecell', colSpan: 1, rowSpan: 1, headerState, children }
}

export function claim(value: unknown): LexicalJson {
  return { type: 'inlineBlock', version: 1, fields: { id: 'a1', blockType: 'claim', claim: value } }
}

export function upload(value: unknown): LexicalJson {
  return {
    type: 'upload',
    version: 3,
    format: '',
    id: 'b1',
    relationTo: 'media',
    fields: {},
    value,
  }
}

export const lineBreak: LexicalJson = { type: 'linebreak', version: 1 }
export const tab: LexicalJson = { ...text('\t'), type: 'tab' }
export const rule: LexicalJson = { type: 'horizontalrule', version: 1 }
