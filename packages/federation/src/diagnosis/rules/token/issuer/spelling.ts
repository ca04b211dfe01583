import type { Difference } from '../../../../claims/difference.ts'
import { pairCause, type PairRule } from '../../../claims/pair-cause.ts'
import type { CauseCode } from '../../../codes.ts'

interface Spelling {
  readonly code: CauseCode
  readonly text: string
  readonly applies: (difference: Difference) => boolean
}

const spellings: readonly Spelling[] = [
  {
    code: 'issuer-case',
    text: 'No token matches: the stored issuer differs from the token’s in letter case. Azure compares every letter, even in the name of a host.',
    applies: ({ kind }) => kind === 'case',
  },
  {
    code: 'issuer-white-space',
    text: 'No token matches: white space stands in the stored issuer.',
    applies: ({ kind, stored }) => kind === 'white-space' && /\s/.test(stored),
  },
  {
    code: 'issuer-white-space',
    text: 'No token matches: an unseen character stands in the stored issuer.',
    applies: ({ stored, presented }) => {
      const seen = stored.replace(/[\p{Cf}\p{Cc}\p{Zs}]/gu, '')
      return seen === presented && stored !== presented
    },
  },
  {
    code: 'issuer-discovery-address',
    text: 'No token matches: the address of the discovery document is stored, not the issuer. Azure adds /.well-known/openid-configuration itself.',
    applies: ({ stored, presented }) => {
      const at = stored.indexOf('/.well-known/')
      return at > 0 && sameBare(stored.slice(0, at), presented)
    },
  },
  {
    code: 'issuer-not-an-issuer',
    text: 'No token matches: the stored issuer lacks https:// at its start, or has http://.',
    applies: ({ stored, presented }) => sameBare(withoutScheme(stored), withoutScheme(presented)),
  },
  {
    code: 'issuer-empty-segment',
    text: 'No token matches: the stored issuer has two slashes in a row in its path.',
    applies: ({ stored, presented }) => sameBare(stored.replace(/([^:/])\/{2,}/g, '$1/'), presented),
  },
  {
    code: 'issuer-shape',
    text: 'No token matches: the stored issuer has a port that the token’s has not, or the reverse.',
    applies: ({ stored, presented }) => sameBare(withoutPort(stored), withoutPort(presented)),
  },
  {
    code: 'issuer-not-an-issuer',
    text: 'No token matches: quotes or brackets were stored with the issuer.',
    applies: ({ stored, presented }) =>
      sameBare(stored.replace(/^["'`<[(]+|["'`>\])]+$/g, ''), presented) ||
      sameBare(stored.replace(/[?#].*$/s, ''), presented),
  },
]

/** The same address, spelled in another way. */
export const spelling: PairRule = (pair) => {
  const { issuer } = pair
  const found = issuer === null ? undefined : spellings.find(({ applies }) => applies(issuer))
  if (found === undefined) return []
  return [
    pairCause(pair, 'issuer', found.code, {
      text: found.text,
      fix: 'Store the issuer exactly as “iss” of the token spells it.',
      action: 'set',
    }),
  ]
}

function sameBare(a: string, b: string): boolean {
  return a !== '' && bare(a) === bare(b)
}

function bare(text: string): string {
  return (text.endsWith('/') ? text.slice(0, -1) : text).toLowerCase()
}

function withoutScheme(text: string): string {
  return text.replace(/^[a-z]{0,10}:?\/\//i, '')
}

function withoutPort(text: string): string {
  return text.replace(/^(https?:\/\/[^/:]+):\d{1,5}/i, '$1')
}
