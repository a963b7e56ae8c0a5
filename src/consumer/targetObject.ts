/** The name of a target's object in a repository with consistent snapshots (TUF 1.0, 6.2). */
export function targetObject(path: string, sha256: string): string {
  const cut = path.lastIndexOf('/') + 1
  return `targets/${path.slice(0, cut)}${sha256}.${path.slice(cut)}`
}
