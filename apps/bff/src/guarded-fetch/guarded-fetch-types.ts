import type { IssuerFetchOutcome } from '@trustwright/shared-schemas'

/**
 * Why an address was not fetched, or its answer not taken. The first group is told from the text alone; nothing was
 * looked up then. `private-address` is one word for every denied address, and nothing was dialled.
 */
export type FetchRefusal = Exclude<IssuerFetchOutcome, 'read' | 'status'>

export interface RefusalFacts {
  /** Where a redirect points: the text of the header as it was sent, cut short. Never a link. */
  readonly redirectedTo?: string
  /** Of TLS: OpenSSL's or Node's word, such as `CERT_HAS_EXPIRED`. */
  readonly detail?: string
  /** Of an answer that came. */
  readonly status?: number
}

/** The guard said no, or the outside did not answer as it has to. */
export class FetchRefusedError extends Error {
  override readonly name = 'FetchRefusedError'
  readonly reason: FetchRefusal
  readonly facts: RefusalFacts

  constructor(reason: FetchRefusal, facts: RefusalFacts = {}, options?: ErrorOptions) {
    super(`The address was not fetched: ${reason}`, options)
    this.reason = reason
    this.facts = facts
  }
}

export interface FetchOptions {
  readonly signal?: AbortSignal
  /** Of the body; 256 KiB where absent, and never more. */
  readonly maxBytes?: number
}

/** An answer of any status but a redirect. Header names are in lower case; repeated ones are joined by a comma. */
export interface FetchedText {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

/** GET of an https address that a person or a document named. Throws FetchRefusedError, and nothing else. */
export type GuardedFetch = (url: string, options?: FetchOptions) => Promise<FetchedText>
