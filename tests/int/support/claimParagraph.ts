/** Rich text, as the editor stores it: one paragraph in which a claim stands. */
export function claimParagraph(claim: string): object {
  const block = { version: 1, direction: null, format: '', indent: 0 }
  return {
    root: {
      ...block,
      type: 'root',
      children: [
        {
          ...block,
          type: 'paragraph',
          textFormat: 0,
          textStyle: '',
          children: [
            {
              type: 'inlineBlock',
              version: 1,
              fields: { id: 'a'.repeat(24), blockType: 'claim', blockName: '', claim },
            },
          ],
        },
      ],
    },
  }
}
