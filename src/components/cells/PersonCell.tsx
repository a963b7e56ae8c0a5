'use client'

import type { DefaultCellComponentProps } from 'payload'
import type { ReactNode } from 'react'
import { usePersonName } from '../people/index.ts'

/** A person's name in a list whose field holds their key. */
export function PersonCell({ cellData }: DefaultCellComponentProps): ReactNode {
  const key = typeof cellData === 'string' && cellData !== '' ? cellData : undefined
  const name = usePersonName(key)
  return <span>{key === undefined ? '' : (name ?? '…')}</span>
}
