// With the digest and the dot that come before it, the longest segment is a file name of 255 bytes.
const segment = /^[a-z0-9_-][a-z0-9._-]{0,189}$/i

/**
 * Whether a path can be that of a feed file: relative, segments of unreserved ASCII (RFC 3986, 2.3)
 * that do not start with a dot. Such a path reads the same in a URL, on every file system, in a
 * bucket and in TUF metadata, and cannot climb out of a folder.
 */
export function isFeedPath(path: string): boolean {
  return path.length <= 512 && path.split('/').every((part) => segment.test(part))
}
