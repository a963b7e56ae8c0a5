import type { Desk } from './openDesk.ts'
import type { ReviewedText } from './reviewedTexts.ts'

/** Of these texts those that this person wrote a part of. */
export async function ownTexts(
  desk: Desk,
  isWanted: (text: ReviewedText) => boolean,
): Promise<readonly ReviewedText[]> {
  const written = await desk.written()
  return (await desk.texts()).filter((text) => isWanted(text) && written.has(text.subject))
}
