import { PortalError } from '../errors.ts'

export interface Caps {
  readonly perPerson: number
  readonly altogether: number
}

/** How long a read takes at the most, and so the time after which a turn is free for certain. */
const retryAfterSeconds = 5

/** Counts what runs at the moment, by person and altogether. */
export class ReadCaps {
  readonly #caps: Caps
  readonly #running = new Map<string, number>()
  #altogether = 0

  constructor(caps: Caps) {
    this.#caps = caps
  }

  /** Throws PortalError TOO_MANY_REQUESTS instead of running one more. */
  async run<T>(who: string, read: () => Promise<T>): Promise<T> {
    const ofPerson = this.#running.get(who) ?? 0
    if (ofPerson >= this.#caps.perPerson || this.#altogether >= this.#caps.altogether) {
      throw new PortalError('TOO_MANY_REQUESTS', {
        detail: 'As many issuers are being read as the portal reads at once, so this one was not.',
        retryAfterSeconds,
      })
    }
    this.#running.set(who, ofPerson + 1)
    this.#altogether += 1
    try {
      return await read()
    } finally {
      this.#altogether -= 1
      const left = (this.#running.get(who) ?? 1) - 1
      if (left > 0) this.#running.set(who, left)
      else this.#running.delete(who)
    }
  }
}
