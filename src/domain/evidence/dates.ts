const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** True for a year, a month or a day that exists, written `2021`, `2021-06` or `2021-06-03`. */
export function isPartialDate(text: string): boolean {
  const [, year, month = '01', day = '01'] = shape.exec(text) ?? []
  if (year === undefined) return false
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  // Date rolls 30 February over to March, so the day has to come back as it went in.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`)
}

/** True for a day that exists, written `2021-06-03`. */
export function isDay(text: string): boolean {
  return text.length === 'YYYY-MM-DD'.length && isPartialDate(text)
}
