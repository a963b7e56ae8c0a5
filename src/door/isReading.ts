const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS']

/** Whether a method asks for nothing to be done (RFC 9110, 9.2.1). */
export const isReading = (method: string): boolean => safeMethods.includes(method)
