/** What a person does to the page, or where it leads them, in its order. */
export type Act =
  /** An address was shown. `how`: loaded, gone to, or put in place of the one before. */
  | {
      readonly kind: 'screen'
      readonly origin: string
      readonly path: string
      readonly how: 'load' | 'push' | 'replace'
    }
  /** A pointer was pressed. */
  | { readonly kind: 'press'; readonly target: string }
  /** Another entry of the browser's own list was chosen by pointer: open it, take the entry. */
  | { readonly kind: 'choose'; readonly target: string }
  /** A key went down, modifiers included. `field`: the box that has the focus; null on buttons, radios and the page. */
  | { readonly kind: 'key'; readonly key: string; readonly field: string | null }
  /** The clipboard was taken over. */
  | { readonly kind: 'paste' }
  /** Characters came into a box from the keyboard. */
  | { readonly kind: 'typed'; readonly field: string }

export type Trace = readonly Act[]

/** An address of a draft is one screen, whichever draft it is. */
export function screenOf(path: string): string {
  return path.replace(/^\/new\/(?:[0-9a-f-]{36}|unsaved)\//, '/new/…/').replace(/(?<=.)\/$/, '')
}
