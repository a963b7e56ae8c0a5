import type { ReactNode } from 'react'
import type { LogEntry } from '../../domain/model/index.ts'
import { instantWords, logActionWords, meaningWords } from '../words/index.ts'
import { EntryDetails } from './EntryDetails.tsx'
import { PersonName } from './PersonName.tsx'
import { TextHash } from './TextHash.tsx'

/** What happened to the subject, newest first. */
export function History({ log }: { readonly log: readonly LogEntry[] }): ReactNode {
  if (log.length === 0) return null
  return (
    <details className="review-panel__history">
      <summary>History, newest first</summary>
      <ol>
        {log.map((entry) => (
          <li key={entry.sequence}>
            <p>
              <time dateTime={entry.at}>{instantWords(entry.at)}</time>
              <br />
              {logActionWords[entry.action]} by <PersonName person={entry.actor} />
            </p>
            {entry.meaning === undefined ? null : <q>{meaningWords[entry.meaning]}</q>}
            {entry.reason === undefined ? null : <p>Reason: {entry.reason}</p>}
            <EntryDetails entry={entry} />
            {entry.changed === undefined ? null : (
              <p className="review-panel__hint">{entry.changed.join(', ')}</p>
            )}
            <p className="review-panel__hint">
              Text <TextHash hash={entry.contentHash} />
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}
