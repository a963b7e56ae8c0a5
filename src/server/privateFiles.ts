/** What a key has to open for a file: one of these channels, or every one of them. */
export interface Guard {
  readonly channels: readonly string[]
  readonly wants: 'one' | 'all'
}

export interface ChannelMedia {
  readonly key: string
  readonly isPrivate: boolean
  /** Paths of the files that its items show. */
  readonly media: ReadonlySet<string>
}

/**
 * Which files of a feed need a key. A private channel's need one: its lists, its items, what was taken
 * out of it, and whatever it has no file for, so that nobody finds out by asking. A file that items
 * show needs one unless a public channel shows it too; where no channel shows it any more, nobody
 * knows whose it was, and the key has to open every private channel.
 *
 * @returns by the path of a file in the feed; undefined where anybody gets it
 */
export function guardsOf(channels: readonly ChannelMedia[]): (path: string) => Guard | undefined {
  const hidden = channels.filter(({ isPrivate }) => isPrivate)
  if (hidden.length === 0) return () => undefined
  const open = channels.filter(({ isPrivate }) => !isPrivate)
  const byKey = new Map<string, Guard>(
    hidden.map(({ key }) => [key, { channels: [key], wants: 'one' }]),
  )
  return (path) => {
    const folder = path.slice(0, path.indexOf('/'))
    const own = byKey.get(folder)
    if (own !== undefined || folder !== 'media') return own
    if (open.some(({ media }) => media.has(path))) return undefined
    const showing = hidden.filter(({ media }) => media.has(path)).map(({ key }) => key)
    return showing.length > 0
      ? { channels: showing, wants: 'one' }
      : { channels: [...byKey.keys()], wants: 'all' }
  }
}

/** Whether channels are enough for a guard. */
export function satisfies({ channels, wants }: Guard, opened: readonly string[]): boolean {
  const isOpened = (channel: string): boolean => opened.includes(channel)
  return wants === 'one' ? channels.some(isOpened) : channels.every(isOpened)
}
