import {
  useDocumentDrawerContext,
  useDocumentEvents,
  useDocumentInfo,
  useForm,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useCallback } from 'react'
import { useDocumentUrl } from '../api/index.ts'
import { readNewest } from './reviewApi.ts'
import type { ReviewView } from './reviewView.ts'

/**
 * Brings the rest of the page in line with a review that has moved on: the document's status, its
 * form, and other documents on the page that show it.
 */
export function useRefreshedDocument(): (view: ReviewView) => Promise<void> {
  const url = useDocumentUrl()
  const { id, collectionSlug, setData, setHasPublishedDoc, setUnpublishedVersionCount } =
    useDocumentInfo()
  const { reset } = useForm()
  const { drawerSlug } = useDocumentDrawerContext()
  const { reportUpdate } = useDocumentEvents()
  const router = useRouter()
  // Outside of a drawer the context is empty, whatever its type says.
  const isInDrawer = Boolean(drawerSlug)

  return useCallback(
    async (view) => {
      if (url === undefined || id === undefined || collectionSlug === undefined) return
      const newest = await readNewest(url)
      if (!newest.ok) return
      const doc = { id, ...newest.value }
      setData(doc)
      setHasPublishedDoc(view.liveState === 'live')
      setUnpublishedVersionCount(view.isNewestLive ? 0 : 1)
      reportUpdate({
        id,
        doc,
        entitySlug: collectionSlug,
        operation: 'update',
        updatedAt: String(newest.value.updatedAt),
        ...(isInDrawer ? { drawerSlug } : {}),
      })
      // A drawer is no route: nothing but the form itself can show it anew.
      if (isInDrawer) await reset(doc)
      else router.refresh()
    },
    [
      url,
      id,
      collectionSlug,
      setData,
      setHasPublishedDoc,
      setUnpublishedVersionCount,
      reportUpdate,
      drawerSlug,
      isInDrawer,
      reset,
      router,
    ],
  )
}
