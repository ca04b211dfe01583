import type { Issuers, IssuerReading } from '../issuer-port.ts'
import { type Caps, ReadCaps } from './read-caps.ts'
import { readIssuer, type ReadIssuerDeps } from './read-issuer.ts'

interface Known {
  /** Milliseconds since 1970. */
  readonly startedAt: number
  readonly reading: Promise<IssuerReading>
  isFailure: boolean
}

const keptMs = 5 * 60_000
/** A failure may be over soon. */
const keptFailureMs = 30_000
/** Who asks anew gets what was read this long ago still, so that the portal scans nothing. */
const keptWhenFreshMs = 5_000
const mostKept = 500

/** Reads issuers once for everybody of a tenant who asks in the same minutes. */
export function createIssuers(deps: ReadIssuerDeps, caps: Caps = { perPerson: 4, altogether: 32 }): Issuers {
  const known = new Map<string, Known>()
  const turns = new ReadCaps(caps)
  return {
    readIssuer({ tenantId, who, issuer, fresh = false }) {
      const key = `${tenantId} ${issuer}`
      const now = deps.clock.now()
      const before = known.get(key)
      if (before !== undefined && now - before.startedAt < keptFor(before, fresh)) return before.reading
      const entry: Known = {
        startedAt: now,
        reading: turns.run(who, () => readIssuer(deps, issuer)),
        isFailure: false,
      }
      known.delete(key)
      known.set(key, entry)
      for (const oldest of known.keys()) {
        if (known.size <= mostKept) break
        known.delete(oldest)
      }
      entry.reading.then(
        ({ keys }) => (entry.isFailure = keys?.ok !== true),
        () => {
          if (known.get(key) === entry) known.delete(key)
        },
      )
      return entry.reading
    },
  }
}

function keptFor({ isFailure }: Known, fresh: boolean): number {
  if (fresh) return keptWhenFreshMs
  return isFailure ? keptFailureMs : keptMs
}
