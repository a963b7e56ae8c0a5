import type { Graph, Subject } from '../model/index.ts'
import { knownIn, subjectName } from '../model/index.ts'
import { contentHash } from './contentHash.ts'
import type { Standing } from './standing.ts'

/**
 * Whether readers see exactly this text now. The facts under a live claim can change without a
 * publication: no entry names its hash then, and the graph knows which text is live.
 */
export function isLiveText(
  subject: Subject,
  standing: Pick<Standing, 'liveState' | 'publishedHash' | 'contentHash'>,
  graph: Graph,
): boolean {
  if (standing.liveState !== 'live') return false
  if (standing.publishedHash === standing.contentHash) return true
  const known = knownIn(graph, subjectName(subject))
  if (known?.isLive !== true) return false
  return known.subject === subject || contentHash(known.subject, graph) === standing.contentHash
}
