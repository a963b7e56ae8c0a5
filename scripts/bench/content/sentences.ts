import type { PhrasingContent } from 'mdast'
import type { Random } from './random.ts'

/**
 * Sentences that say by themselves that they were generated, with the numbers, units and marks of
 * real ones: whatever Markdown could take for its own stands in some of them.
 */

/** A sentence of plain text. */
export function plainSentence(name: string, random: Random): string {
  const { between, pick } = random
  const [a, b, c] = [between(2, 9), between(10, 99), between(100, 999)]
  const found = pick([
    `the score moved from ${b}.${a} ± ${a}.1 to ${a}.${b} (95% CI −${a}.5 to ${a}.2; p<0.0${a})`,
    `${a} of ${b} people reached a count ≥${c} × 10⁹/L and ${a}–${b} mg/kg were given`,
    `the value stayed within ${a}–${b} mmHg, that is <${c} units (n = ${c}, I² = ${b} %)`,
    `*p* was ${a}e-${a}, the ratio ${a}.${b} [${a}.0; ${b}.0], H₂O 5 % and ~${b} µL at 37 °C`,
    `the index_${a}_mean was > ${b} | ${c} at ${a} months (SMD -0.${c}, P=0.0${b})`,
    `${b} % of ${c} discs rose by ≤${a} mm, #${a} on the list & ${b} + ${a} after it`,
  ])
  return `Generated statement ${name}: ${found}.`
}

/** A sentence as it stands in a paragraph, with raised, lowered, strong and linked words. */
export function sentence(name: string, random: Random): PhrasingContent[] {
  const { between, pick } = random
  const [a, b] = [between(2, 9), between(10, 99)]
  const start: PhrasingContent = { type: 'text', value: `Generated text ${name} speaks of ` }
  return pick<() => PhrasingContent[]>([
    () => [{ type: 'text', value: `${plainSentence(name, random)} ` }],
    () => [
      start,
      { type: 'text', value: `${a} × 10` },
      { type: 'superscript', value: String(a) },
      { type: 'text', value: `/L in H` },
      { type: 'subscript', value: '2' },
      { type: 'text', value: `O at ${a}–${b} °C. ` },
    ],
    () => [
      start,
      { type: 'strong', children: [{ type: 'text', value: `${a} to ${b} weeks` }] },
      { type: 'text', value: `, of which ±${a} were ` },
      { type: 'emphasis', children: [{ type: 'text', value: 'not' }] },
      { type: 'text', value: ` counted; ${b}_${a} and ${a}*${b} stand as they are. ` },
    ],
    () => [
      start,
      {
        type: 'link',
        url: `https://generated.example/${name}?a=${a}&b=${b}`,
        children: [{ type: 'text', value: `protocol ${b}` }],
      },
      { type: 'text', value: ` [version ${a}], in which ≥${b} % were to stay for ${a} months. ` },
    ],
  ])()
}
