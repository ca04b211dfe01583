import { setTimeout as pause } from 'node:timers/promises'
import { probeAnswerOf } from '../../../domain/probe-answer.ts'
import { PortalError } from '../../../errors.ts'
import type { Issuers } from '../../../issuer-port.ts'
import type { OutsideOrder, SeenFact } from './ask-outside.ts'
import { fewAtOnce } from './few-at-once.ts'

const atOnce = 4
const mostMs = 3_000

/** Fetches what each issuer publishes through the guarded fetch. One that hangs counts as without an answer. */
export async function probeIssuers(
  { issuers }: { readonly issuers: Issuers },
  { tenantId, owner }: Pick<OutsideOrder, 'tenantId' | 'owner'>,
  names: readonly string[],
): Promise<readonly SeenFact[]> {
  return await fewAtOnce(names, atOnce, async (issuer) => {
    const facts = await withinTime(async () => {
      const reading = await issuers.readIssuer({ tenantId, who: `findings of ${owner}`, issuer })
      return { ...probeAnswerOf(reading) }
    })
    return { name: issuer, facts }
  })
}

async function withinTime<T>(read: () => Promise<T>): Promise<T | null> {
  const ended = new AbortController()
  try {
    return await Promise.race([read(), pause(mostMs, null, { signal: ended.signal })])
  } catch (error) {
    if (error instanceof PortalError && error.code === 'TOO_MANY_REQUESTS') return null
    throw error
  } finally {
    ended.abort()
  }
}
