import { StoreError } from '../storeError.ts'
import { isPassing, s3Failure } from './s3Failure.ts'
import { type BucketAddress, placeOf } from './placeOf.ts'

/** Turns the failures a person can do something about into StoreErrors that say what. */
export async function withS3Cause<T>(address: BucketAddress, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw storeErrorOf(address, error)
  }
}

export function storeErrorOf(address: BucketAddress, error: unknown): unknown {
  if (error instanceof StoreError) return error
  const place = placeOf(address)
  const service = address.endpoint ?? 'AWS'
  const { name, message, status } = s3Failure(error)
  const cause = { cause: error }
  if (name === 'NoSuchBucket') {
    return new StoreError(
      'store-missing',
      `There is no bucket ${address.bucket} at ${service}. Create it, or correct STORE_URL or S3_ENDPOINT.`,
      cause,
    )
  }
  if (name === 'CredentialsProviderError' || message === 'Region is missing') {
    return new StoreError(
      'store-refused',
      `${place} cannot be asked: ${message}. Set AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or what else the AWS SDK reads.`,
      cause,
    )
  }
  if (status === 401 || status === 403) {
    return new StoreError(
      'store-refused',
      `${service} refuses a request for ${place} (${String(status)} ${name}). Check the key, AWS_REGION and the clock of this machine, and let the key list the bucket and get, put and delete its objects.`,
      cause,
    )
  }
  if (isPassing(error)) {
    return new StoreError(
      'store-unreachable',
      `${service} does not serve ${place} (${status === undefined ? name : `${String(status)} ${name}`}), also not when asked again. Readers keep the release before; try again when the connection stands.`,
      cause,
    )
  }
  return error
}
