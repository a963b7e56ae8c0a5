const link = /^(?:https?:\/\/)?(?:www\.)?clinicaltrials\.gov\/(?:ct2\/show|study|show)\//i

/** Reads a ClinicalTrials.gov number, in any case or as a link. Returns `NCT` and eight digits. */
export function parseNct(text: string): string | undefined {
  const bare = text.trim().replace(link, '').replace(/\/$/, '').toUpperCase()
  return /^NCT\d{8}$/.test(bare) ? bare : undefined
}
