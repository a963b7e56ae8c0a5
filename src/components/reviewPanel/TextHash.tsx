import type { ReactNode } from 'react'

const shownCharacters = 'cg1-'.length + 10

/** The name of exactly one text, short enough to compare by eye; the whole of it on demand. */
export function TextHash({ hash }: { readonly hash: string }): ReactNode {
  return <code title={hash}>{hash.slice(0, shownCharacters)}…</code>
}
