import { describe } from 'vitest'
import { describeReleaseStore } from '../unit/store/releaseStoreContract.ts'
import { emptyBucket, hasServer } from './support/testBucket.ts'

describe.skipIf(!hasServer)('on S3', () => {
  describeReleaseStore('a bucket', emptyBucket)
})
