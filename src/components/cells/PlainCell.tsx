'use client'

import type { DefaultCellComponentProps } from 'payload'
import type { ReactNode } from 'react'

/** A word or a number in a list, and nothing where there is none. */
export function PlainCell({ cellData }: DefaultCellComponentProps): ReactNode {
  const isShown = typeof cellData === 'string' || typeof cellData === 'number'
  return <span>{isShown ? cellData : ''}</span>
}
