const pmidLink =
  /^(?:https?:\/\/)?(?:pubmed\.ncbi\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov\/pubmed)\//i
const pmcidLink =
  /^(?:https?:\/\/)?(?:pmc\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov\/pmc)\/articles\//i

/** Reads a PubMed number, bare, with `PMID:` or as a link. Returns its digits without leading zeros. */
export function parsePmid(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(pmidLink, '')
    .replace(/^pmid:?\s*/i, '')
    .replace(/\/$/, '')
  return /^\d{1,8}$/.test(bare) ? withoutLeadingZeros(bare) : undefined
}

/** Reads a PubMed Central number, `PMC…`, in any case or as a link. Returns it with its prefix. */
export function parsePmcid(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(pmcidLink, '')
    .replace(/^pmcid:?\s*/i, '')
    .replace(/\/$/, '')
  const digits = /^PMC(\d+)$/i.exec(bare)?.[1]
  return digits === undefined ? undefined : `PMC${withoutLeadingZeros(digits)}`
}

function withoutLeadingZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '')
}
