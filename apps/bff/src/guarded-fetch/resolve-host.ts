import { Resolver } from 'node:dns/promises'
import { FetchRefusedError } from './guarded-fetch-types.ts'
import { isPublicAddress } from './public-address.ts'

/** Of the addresses of one host as many are tried. */
const mostDialled = 4
const deadlineMs = 2_000

/**
 * The public addresses of a host, IPv4 first, a few at most. One address that is not public denies them all. Asked is
 * DNS itself: a file of hosts or a search list names nothing that the internet knows. Throws FetchRefusedError.
 */
export async function resolveHost(host: string, signal: AbortSignal): Promise<readonly string[]> {
  const resolver = new Resolver({ timeout: deadlineMs / 2, tries: 2 })
  const cancel = () => resolver.cancel()
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)])
  deadline.addEventListener('abort', cancel, { once: true })
  try {
    const name = `${host}.`
    const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)])
    const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
    if (addresses.length === 0) {
      throw new FetchRefusedError('dns', { detail: deadline.aborted ? 'ETIMEOUT' : detailOf(answers) })
    }
    if (!addresses.every(isPublicAddress)) throw new FetchRefusedError('private-address')
    return addresses.slice(0, mostDialled)
  } finally {
    deadline.removeEventListener('abort', cancel)
  }
}

/** The more telling code of the two: https://nodejs.org/api/dns.html#error-codes */
function detailOf(answers: readonly PromiseSettledResult<unknown>[]): string {
  const codes = answers.map((answer) => {
    const error: unknown = answer.status === 'rejected' ? answer.reason : null
    return error instanceof Error && 'code' in error ? String(error.code) : 'ENODATA'
  })
  return codes.find((code) => code !== 'ENODATA') ?? 'ENODATA'
}
