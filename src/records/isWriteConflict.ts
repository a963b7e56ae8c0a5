/** Whether MongoDB undid a write because another writer met it (WriteConflict is its code 112). */
export function isWriteConflict(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, errorLabels } = error as { code?: unknown; errorLabels?: unknown }
  return (
    code === 112 ||
    (Array.isArray(errorLabels) && errorLabels.includes('TransientTransactionError'))
  )
}
