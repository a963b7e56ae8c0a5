import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import type { ClientField } from 'payload'

/** The fields of the form on this page. */
export function useFormFieldList(): readonly ClientField[] {
  const { getEntityConfig } = useConfig()
  const { collectionSlug = '' } = useDocumentInfo()
  return getEntityConfig({ collectionSlug }).fields
}
