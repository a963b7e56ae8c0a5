import { judgeAnswer, retryAfter } from '../domain/delivery/index.ts'
import type { AttemptVerdict } from '../domain/delivery/index.ts'
import type { Post, PostAnswer } from './sending/index.ts'
import { SendingRefused } from './sending/index.ts'

/** Sends, as postOnce does with the settings of this installation. */
export type Sender = (post: Post) => Promise<PostAnswer>

/** One try, as it is kept. */
export interface Attempt {
  /** ISO instant at which it began. */
  readonly at: string
  readonly ms: number
  /** Of the answer, where one came. */
  readonly status?: number
  /** What was wrong, in words. */
  readonly problem?: string
  /** The beginning of the answer, without what nobody sees. */
  readonly answer?: string
}

export interface AttemptResult {
  readonly verdict: AttemptVerdict
  readonly attempt: Attempt
  /** Until when the receiver asked to be left alone. */
  readonly notBefore: Date | undefined
}

const longestAnswer = 500

/** Sends once and says what came of it. Never throws: whatever goes wrong is an outcome. */
export async function tryOnce(send: Sender, post: Post, clock: () => Date): Promise<AttemptResult> {
  const begun = clock()
  const started = performance.now()
  const at = begun.toISOString()
  const spent = () => Math.round(performance.now() - started)
  try {
    const { status, retryAfter: asked, text } = await send(post)
    const verdict = judgeAnswer(status)
    const answer = shortened(text)
    return {
      verdict,
      attempt: {
        ...{ at, ms: spent(), status },
        ...(verdict === 'delivered' ? {} : { problem: problemOf(status) }),
        ...(answer === '' ? {} : { answer }),
      },
      notBefore: retryAfter(asked, clock()),
    }
  } catch (error) {
    const attempt = { at, ms: spent(), problem: inWords(error) }
    return { verdict: 'failed', attempt, notBefore: undefined }
  }
}

function problemOf(status: number): string {
  if (status === 410) return 'It answered 410: it wants nothing any more.'
  if (status >= 300 && status <= 399) {
    return `It answered ${String(status)}: a redirect, which is not followed. Give the new address.`
  }
  return `It answered ${String(status)}.`
}

/** The codes of the network and of TLS say what a person can look up; messages repeat them. */
function inWords(error: unknown): string {
  if (error instanceof SendingRefused) return error.message
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown }
  const said = [code, message].filter((part): part is string => typeof part === 'string')
  return shortened(said.length === 0 ? 'unknown' : said.join(': '))
}

/** Strangers write answers: what steers a terminal or a page, or cannot be seen, is left out. */
function shortened(text: string): string {
  return text
    .replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, longestAnswer)
}
