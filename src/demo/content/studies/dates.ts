/** Day of the retraction list against which the status of the studies was checked. */
export const statusChecked = '2026-08-08'

/**
 * Day from which the documents without DOI are taken to have been read, and on which none was found
 * for platelet-rich plasma and prolotherapy in Great Britain and for prolotherapy in the United
 * States. The source data does not date its reading; this is the only day that it states.
 */
export const documentsRead = '2026-08-08'
