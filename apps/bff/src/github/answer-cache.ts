export interface KnownAnswer {
  readonly body: unknown
  /** Characters of the text it was read from. */
  readonly size: number
  readonly etag: string | null
  /** There is another page. */
  readonly hasMore: boolean
  /** Milliseconds since 1970 when GitHub last said that this is still so. */
  readonly at: number
}

export interface CacheLimits {
  readonly answers: number
  readonly characters: number
}

/** The last answers by key. Those that were not asked for the longest time go first. */
export class AnswerCache {
  readonly #limits: CacheLimits
  readonly #answers = new Map<string, KnownAnswer>()
  #characters = 0

  constructor(limits: CacheLimits) {
    this.#limits = limits
  }

  get(key: string): KnownAnswer | undefined {
    const known = this.#answers.get(key)
    if (known === undefined) return undefined
    this.#answers.delete(key)
    this.#answers.set(key, known)
    return known
  }

  put(key: string, answer: KnownAnswer): void {
    this.delete(key)
    this.#answers.set(key, answer)
    this.#characters += answer.size
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= this.#limits.answers && this.#characters <= this.#limits.characters) return
      this.delete(oldest)
    }
  }

  delete(key: string): void {
    this.#characters -= this.#answers.get(key)?.size ?? 0
    this.#answers.delete(key)
  }
}
