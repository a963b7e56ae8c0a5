/** What a request says of a document. */
export type Fields = Record<string, unknown>
