import { CalledWrongly } from './command.ts'

const units: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
}

/** A length of time as a flag gives it, such as `90m`, in milliseconds. */
export function duration(flag: string, text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,9})([smhd])$/.exec(text) ?? []
  const milliseconds = Number(count) * (units[unit] ?? NaN)
  if (count !== '' && milliseconds > 0) return milliseconds
  throw new CalledWrongly(
    `--${flag} is ${JSON.stringify(text)}; it has to be a number and a unit: 90s, 30m, 36h or 2d.`,
  )
}
