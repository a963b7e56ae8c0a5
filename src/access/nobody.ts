/** No person through any API: the system writes here, or nobody does. */
export const nobody = (): boolean => false
