import { generatePageMetadata, NotFoundPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import config from '../../../../../payload.config.ts'
import { importMap } from '../importMap.js'

interface Props {
  readonly params: Promise<{ segments: string[] }>
  readonly searchParams: Promise<Record<string, string | string[]>>
}

export function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  return generatePageMetadata({ config, params, searchParams })
}

export default function NotFound({ params, searchParams }: Props): ReactNode {
  return NotFoundPage({ config, importMap, params, searchParams })
}
