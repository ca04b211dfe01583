/**
 * One labelled piece of a claim. The texts of all pieces in a row are the claim, to the byte.
 * `label` is empty for mere punctuation. `text` is empty while the field behind it is empty.
 */
export interface Segment {
  readonly text: string
  readonly label: string
  /** `fixed`: always the same for the platform; `field`: what was typed; `derived`: follows from a choice. */
  readonly source: 'fixed' | 'field' | 'derived'
  readonly fieldKey?: string
}

/** The three claims that Entra compares, each cut into its pieces. */
export interface ClaimSegments {
  readonly issuer: readonly Segment[]
  readonly subject: readonly Segment[]
  readonly audience: readonly Segment[]
}

/** The claim as it is stored. */
export function textOf(segments: readonly Segment[]): string {
  return segments.map((segment) => segment.text).join('')
}
