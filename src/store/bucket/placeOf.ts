/** Where a store lies, and what is needed to get there beside the credentials. */
export interface BucketAddress {
  readonly bucket: string
  /** Ends with a slash, or is empty. */
  readonly prefix: string
  /** Absent: AWS, in the region that the environment names. */
  readonly endpoint: string | undefined
}

/** `s3://bucket/prefix`, for messages. */
export function placeOf({ bucket, prefix }: BucketAddress): string {
  return `s3://${bucket}/${prefix}`.replace(/\/$/, '')
}
