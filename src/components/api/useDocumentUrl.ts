import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

/** The address of this page's document in the API; absent while it has not been saved. */
export function useDocumentUrl(): string | undefined {
  const { config } = useConfig()
  const { collectionSlug, id } = useDocumentInfo()
  if (collectionSlug === undefined || id === undefined) return undefined
  return formatAdminURL({ apiRoute: config.routes.api, path: `/${collectionSlug}/${id}` })
}
