import type { Citation, Claim, Graph, Known, Study } from '../model/index.ts'

/** A citation whose study the graph knows, with its place for findings. */
export interface CitedStudy {
  readonly citation: Citation
  readonly place: string
  readonly known: Known<Study>
}

/** The citations of a claim that lead to a known study; `cited-study-exists` reports the others. */
export function citedStudies(claim: Claim, graph: Graph): CitedStudy[] {
  return claim.citations.flatMap((citation, index) => {
    const known = graph.studies.get(citation.study)
    return known === undefined
      ? []
      : [{ citation, place: `citations.${String(index)}.study`, known }]
  })
}

/** The known studies that a claim cites in its support. */
export function supportingStudies(claim: Claim, graph: Graph): Study[] {
  return citedStudies(claim, graph)
    .filter(({ citation }) => citation.stance === 'supports')
    .map(({ known }) => known.subject)
}
