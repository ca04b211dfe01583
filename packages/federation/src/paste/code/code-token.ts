/** Languages whose blocks are read: enough of each to find written-out values, and no more. */
export type CodeLanguage = 'hcl' | 'bicep' | 'typescript' | 'powershell'

/** A text in pieces: what stands between the marks of an expression is a `source`. */
export type TextPart = string | { readonly source: string }

/** `glued`: no white space stands before it. */
export type CodeToken =
  | { readonly kind: 'text'; readonly parts: readonly TextPart[]; readonly glued: boolean }
  | { readonly kind: 'word'; readonly text: string; readonly glued: boolean }
  | { readonly kind: 'mark'; readonly text: string; readonly glued: boolean }
  | { readonly kind: 'line' }
