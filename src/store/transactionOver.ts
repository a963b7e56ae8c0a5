import { StoreError } from './storeError.ts'

export function transactionOver(place: string): StoreError {
  return new StoreError(
    'transaction-over',
    `This release on its way into ${place} was committed or given up already. Begin another.`,
  )
}
