import { extname } from 'node:path'
import { isObjectName } from '../objectName.ts'

const types: Readonly<Record<string, string>> = {
  '.bib': 'application/x-bibtex; charset=utf-8',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.xml': 'application/atom+xml; charset=utf-8',
}

/**
 * What a bucket, or a CDN in front of it, says of an object: nothing but the pointer ever changes,
 * and what names a pointer's age is its expiry, so nobody may keep it without asking.
 */
export function headersOf(name: string): { ContentType: string; CacheControl: string } {
  return {
    ContentType: types[extname(name).toLowerCase()] ?? 'application/octet-stream',
    CacheControl: isObjectName(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
  }
}
