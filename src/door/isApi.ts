/** Whether a path belongs to the API, uploaded images included. */
export function isApi(path: string): boolean {
  return path === '/api' || path.startsWith('/api/')
}
