import type { Actor, Graph, NewLogEntry, Subject } from '../../../../src/domain/model/index.ts'
import { subjectName } from '../../../../src/domain/model/index.ts'
import type { AuditReport } from '../../../../src/domain/audit/index.ts'
import { contentAudit } from '../../../../src/domain/audit/index.ts'
import { contentHash, projectionOf } from '../../../../src/domain/review/index.ts'
import type { Extra } from '../review/world.ts'
import { Journal, claim, erin, rita, study, therapy } from '../review/world.ts'

/** A row as a database may hold it after anybody has had their hands on it. */
export type Row = Record<string, unknown>

/** A journal that keeps the text of each entry beside it, as the system does. */
export class Archive extends Journal {
  readonly texts: Row[] = []

  override add(
    action: NewLogEntry['action'],
    subject: Subject,
    actor: Actor,
    extra: Extra = {},
  ): this {
    const hash = contentHash(subject, this.graph())
    if (!this.texts.some((text) => text['hash'] === hash)) {
      const projection = projectionOf(subject, this.graph())
      this.texts.push({ hash, subject: subjectName(subject), projection })
    }
    return super.add(action, subject, actor, extra)
  }

  /** Takes a subject from nothing to live, signed where its kind needs it. */
  publish(subject: Subject): this {
    this.set(subject).add('edit', subject, erin)
    if (subject.kind !== 'study' && subject.kind !== 'condition') {
      this.add('submit', subject, erin).add('approve', subject, rita)
    }
    return this.add('publish', subject, erin)
  }
}

/** A study, a claim and a page, all published as they should be. */
export function soundArchive(): Archive {
  return new Archive([]).publish(study()).publish(claim()).publish(therapy())
}

/** What is stored, before or after somebody's interference. */
export interface Stored {
  log: unknown[]
  texts: unknown[]
  graph: Graph
  unreadable?: Parameters<ReturnType<typeof contentAudit>['conclude']>[0]['unreadable']
  releases?: Parameters<ReturnType<typeof contentAudit>['conclude']>[0]['releases']
  now?: Date
}

export function storedOf(archive: Archive): Stored {
  return {
    log: structuredClone(archive.entries),
    texts: structuredClone(archive.texts),
    graph: archive.graph(),
  }
}

/** A day after the archives were written. */
export const dayAfter = new Date('2025-03-02T12:00:00.000Z')

export function audit({
  log,
  texts,
  graph,
  unreadable = [],
  releases = [],
  now = dayAfter,
}: Stored): AuditReport {
  const under = contentAudit()
  for (const entry of log) under.addLogRow({ entry })
  for (const text of texts) under.addTextRow(text)
  return under.conclude({ graph, unreadable, releases, logRows: log.length }, now)
}

export function codes(report: Pick<AuditReport, 'breaks'>): readonly string[] {
  return report.breaks.map(({ code, place }) => `${code} at ${place}`)
}
