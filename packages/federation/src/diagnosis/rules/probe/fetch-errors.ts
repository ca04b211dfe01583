import type { CauseCode } from '../../codes.ts'
import type { ProbeAttempt } from '../../probe-view.ts'

/** What an error of a fetch means for Entra, which fetches the same address. */
export interface FetchError {
  readonly code: CauseCode
  readonly why: string
  /** Absent where the platform’s own way out is the best advice. */
  readonly fix?: string
  /** The portal did not look, and what Entra does is not known. */
  readonly isUnsure?: true
}

const address = (why: string): FetchError => ({
  code: 'issuer-not-an-issuer',
  why,
  fix: 'Store the issuer as “iss” of a token spells it: https, a public host name, a path where it has one, and nothing else.',
})

/** Refusals by the address alone: nothing was fetched. */
const byAddress: Readonly<Record<string, FetchError>> = {
  'too-long': address('the address is longer than any issuer'),
  characters: address('the address holds characters that no address has'),
  'not-an-address': address('it is no address'),
  scheme: address('it is not an https address'),
  'user-info': address('a name or password stands before the host'),
  port: {
    code: 'discovery-unreachable',
    why: 'it names another port than 443, which this portal does not ask; whether Entra does is not documented',
    isUnsure: true,
    fix: 'Serve the issuer at port 443, or compare it with “iss” of a token and try it once.',
  },
  query: address('it has a query or a fragment, which an issuer cannot have'),
  'ip-literal': address('the host is an IP address, and a public certificate belongs to a name'),
  'host-name': address('the host is no public host name'),
  protocol: { code: 'discovery-unreachable', why: 'the host does not answer in HTTP' },
  aborted: { code: 'discovery-unreachable', why: 'the fetch was given up' },
}

const errors: readonly (readonly [RegExp, CauseCode, string])[] = [
  [
    /time-?d?-?out|abort/i,
    'discovery-unreachable',
    'no answer came in time; a firewall may drop what comes from the internet',
  ],
  [/dns|notfound|eai_again|nxdomain|resolve/i, 'discovery-unreachable', 'the host has no public address'],
  [
    /private|internal|forbidden-address|blocked|loopback/i,
    'issuer-private',
    'the host has a private address, out of the internet’s reach',
  ],
  [
    /tls|ssl|cert|self.?signed|altname|expired|verify/i,
    'issuer-certificate',
    'the certificate is not one that everybody trusts',
  ],
  [/redirect/i, 'discovery-refused', 'it answers with a redirect, which Entra does not follow'],
  [/large|size|long/i, 'discovery-unreadable', 'the answer is far larger than a discovery document'],
  [/json|parse|syntax|content|html/i, 'discovery-unreadable', 'the answer is no JSON document'],
]

const fixes: Partial<Readonly<Record<CauseCode, string>>> = {
  'issuer-certificate':
    'Serve a certificate of a public authority for this very host, with its whole chain and within its dates.',
  'discovery-refused': 'Serve the document at this address itself, without sign-in or redirect.',
  'discovery-unreadable': 'Serve the discovery document there, as JSON and nothing else.',
}

/** Takes the word of the guarded fetch, or the text of any network error. */
export function fetchErrorOf(error: string): FetchError {
  const known = Object.hasOwn(byAddress, error) ? byAddress[error] : undefined
  if (known !== undefined) return known
  const [, code, why] = errors.find(([pattern]) => pattern.test(error)) ?? [
    null,
    'discovery-unreachable' as const,
    'the connection failed, often at a firewall',
  ]
  const fix = fixes[code]
  return { code, why, ...(fix === undefined ? {} : { fix }) }
}

/** Somebody answered, be it with a fault: the host is not out of reach, whatever its name looks like. */
export function wasReached({ status, error }: ProbeAttempt): boolean {
  if (status !== undefined) return true
  return error !== undefined && /tls|ssl|cert|altname|redirect|large|content|protocol|json|parse/i.test(error)
}
