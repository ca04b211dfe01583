import type { RefusalFacts } from '../../guarded-fetch/guarded-fetch-types.ts'
import type { IssuerReading } from '../../issuer-port.ts'
import type { Seen } from './canary.ts'
import type { CorpusEntry } from './corpus.ts'

export interface Fetched {
  readonly outcome: string
  readonly milliseconds: number
  readonly facts?: RefusalFacts
}

/** What was seen in the namespace; it crosses to the test as JSON, so a date is a text there. */
export interface NamespaceReport {
  readonly corpus: readonly (CorpusEntry & Fetched & { readonly dialled: readonly Seen[] })[]
  readonly variants: { readonly counts: Readonly<Record<string, number>>; readonly dialled: readonly Seen[] }
  readonly faults: {
    readonly results: readonly (Fetched & { readonly label: string })[]
    readonly grownBytes: number
  }
  readonly json: readonly (Fetched & { readonly label: string })[]
  readonly readings: readonly { readonly label: string; readonly reading: IssuerReading }[]
  readonly crowd: {
    readonly counts: Readonly<Record<string, number>>
    readonly other: string
    readonly otherMs: number
  }
  readonly abort: readonly Fetched[]
  readonly seen: readonly Seen[]
  readonly uncaught: readonly string[]
}
