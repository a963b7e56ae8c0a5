/** What the server takes of a reason or a comment, in characters. */
export const longestWords = 2000
