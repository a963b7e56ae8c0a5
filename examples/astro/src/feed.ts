import { readFileSync } from 'node:fs'

export const channel = 'us-en'
export const folder = 'feed'

/** A file of the pulled feed. */
export function json(path: string) {
  return JSON.parse(readFileSync(`${folder}/${path}`, 'utf8'))
}

const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

export function day(date: string): string {
  return longDate.format(new Date(date))
}
