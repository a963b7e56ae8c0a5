const forms = {
  superscript: pairs(
    '0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW',
    '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ',
  ),
  subscript: pairs(
    '0123456789+-−=()aehijklmnoprstuvxβγρφχ',
    '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ',
  ),
} as const

export type ScriptResult =
  | { readonly ok: true; readonly value: string }
  /** The first character that Unicode has no such form of. */
  | { readonly ok: false; readonly character: string }

/** Raised or lowered text in Unicode characters: `9` → `⁹`, `2` → `₂`. White space stays. */
export function unicodeScript(shape: 'superscript' | 'subscript', value: string): ScriptResult {
  let written = ''
  for (const character of value) {
    const form = /\s/u.test(character) ? character : forms[shape].get(character)
    if (form === undefined) return { ok: false, character }
    written += form
  }
  return { ok: true, value: written }
}

function pairs(plain: string, formed: string): ReadonlyMap<string, string> {
  const shapes = Array.from(formed)
  return new Map(Array.from(plain, (character, index) => [character, shapes[index] ?? character]))
}
