import type { PartialDate } from '../../domain/model/index.ts'

export interface DateParts {
  readonly year: number
  /** 1 to 12. */
  readonly month?: number
  readonly day?: number
}

/** The parts of `2021`, `2021-06` or `2021-06-03`; of an instant, those of its day. */
export function dateParts(date: PartialDate): DateParts {
  const [year = NaN, month, day] = date.slice(0, 'YYYY-MM-DD'.length).split('-').map(Number)
  return {
    year,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
  }
}
