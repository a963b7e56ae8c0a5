'use client'

import type { DefaultCellComponentProps } from 'payload'
import type { ReactNode } from 'react'
import { useToday } from '../clock/index.ts'
import { dueWords } from '../words/index.ts'

/** A day in a list, the same day in every time zone; one that has passed says so in words. */
export function DueCell({ cellData }: DefaultCellComponentProps): ReactNode {
  const today = useToday()
  if (typeof cellData !== 'string') return null
  const day = cellData.slice(0, 'YYYY-MM-DD'.length)
  return <span>{day < today ? dueWords(day, today) : day}</span>
}
