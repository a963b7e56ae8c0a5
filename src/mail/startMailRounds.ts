import type { BasePayload } from 'payload'
import { isoDate } from '../domain/review/index.ts'
import { codeOf } from './codeOf.ts'
import { deliverMail } from './deliverMail.ts'
import { remindPeople } from './remindPeople.ts'

const everyMs = 5000

/**
 * Sends what is due every few seconds, and looks for reminders at the start and on each new day.
 * What is to be sent stands in the database, so that a process that dies leaves it to the next one:
 * a queue of jobs would keep the dead one's job as running.
 *
 * @returns a function that ends it
 */
export function startMailRounds(payload: BasePayload): () => void {
  let reminded = ''
  let isRunning = false
  const round = async () => {
    if (isRunning) return
    isRunning = true
    try {
      const now = new Date()
      if (isoDate(now) !== reminded) {
        await remindPeople(payload, now)
        reminded = isoDate(now)
      }
      await deliverMail(payload)
    } catch (error) {
      payload.logger.error(`A round of mail ended early (${codeOf(error)}); the next one follows.`)
    } finally {
      isRunning = false
    }
  }
  const timer = setInterval(() => void round(), everyMs)
  timer.unref()
  return () => {
    clearInterval(timer)
  }
}
