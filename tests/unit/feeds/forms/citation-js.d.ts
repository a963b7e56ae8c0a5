declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      readonly chain: (
        data: string,
        options: { readonly forceType: string; readonly generateGraph: boolean },
      ) => readonly Record<string, unknown>[]
    }
  }
}
declare module '@citation-js/plugin-bibtex'
