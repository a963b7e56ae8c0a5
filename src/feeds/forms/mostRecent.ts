/**
 * How many of the newest items, and of the newest tombstones, a feed names: what it costs to make and
 * to fetch does not grow with the content. The index of the channel names them all.
 */
export const mostRecent = 50
