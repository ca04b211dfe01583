import type { Clock } from '../ports.ts'

export interface MemoryOptions {
  readonly clock: Clock
  readonly keptMs: number
  /** The oldest goes first. */
  readonly most: number
}

/** What was read by a key, for some time: who asks meanwhile waits for the same reading. A failure is not kept. */
export class Memory<T> {
  readonly #options: MemoryOptions
  readonly #readings = new Map<string, { readonly at: number; readonly reading: Promise<T> }>()

  constructor(options: MemoryOptions) {
    this.#options = options
  }

  /** `isStale`: what is known does not count. */
  async read(key: string, read: () => Promise<T>, { isStale = false } = {}): Promise<T> {
    const { clock, keptMs, most } = this.#options
    const known = this.#readings.get(key)
    if (known !== undefined && !isStale && clock.now() - known.at < keptMs) return await known.reading
    const [oldest] = this.#readings.keys()
    if (this.#readings.size >= most && oldest !== undefined) this.#readings.delete(oldest)
    const entry = { at: clock.now(), reading: read() }
    this.#readings.delete(key)
    this.#readings.set(key, entry)
    try {
      return await entry.reading
    } catch (error) {
      if (this.#readings.get(key) === entry) this.#readings.delete(key)
      throw error
    }
  }
}
