import type { Cause } from '@trustwright/federation'
import type { IssuerProbe } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import type { Examination } from './examine.ts'
import { issuerFact, publishedKeys } from './issuer-fact.ts'
import { isIssuerInDoubt, withProbe } from './with-probe.ts'

const words = { text: 'It fails.', evidence: 'Seen.', fix: 'Mend it.' }
const differs: Cause = {
  family: 'subject_case',
  code: 'subject-case',
  severity: 'block',
  certainty: 'certain',
  ...words,
}
const stale: Cause = {
  family: 'propagation',
  code: 'trust-stale',
  severity: 'block',
  certainty: 'likely',
  ...words,
}
const young: Cause = {
  family: 'propagation',
  code: 'trust-new',
  severity: 'warn',
  certainty: 'likely',
  ...words,
}
const unreachable: Cause = {
  family: 'issuer_unreachable',
  code: 'discovery-unreachable',
  severity: 'block',
  certainty: 'likely',
  ...words,
}

const fetched = {
  address: 'a',
  outcome: 'read',
  status: null,
  detail: null,
  redirectedTo: null,
  milliseconds: 9,
} as const
const key = {
  kid: 'one',
  kty: 'RSA',
  alg: null,
  use: 'sig',
  bits: 2048,
  isPrivate: false,
  certificateStartsAt: null,
  certificateEndsAt: null,
}
function probeOf(causes: IssuerProbe['causes'] = [], keys?: IssuerProbe['keys']): IssuerProbe {
  return {
    issuer: 'https://oidc.contoso.com',
    readAt: '2026-11-22T10:00:00.000Z',
    document: {
      ...fetched,
      issuer: 'https://oidc.contoso.com',
      isSame: true,
      jwksUri: 'https://oidc.contoso.com/keys',
    },
    keys: keys === undefined ? { ...fetched, onOtherHost: false, list: [key] } : keys,
    causes,
  }
}
const noKeys = {
  family: 'issuer_unreachable',
  code: 'keys-unreachable',
  severity: 'block',
  certainty: 'certain',
  ...words,
} as const

function found(
  causes: readonly Cause[],
  phase: 'exchange' | 'authorization' | null = 'exchange',
): Examination {
  const error =
    phase === null
      ? null
      : { code: 'AADSTS700213', phase, proves: null, doesNotProve: null, quoted: {}, causes, nearest: [] }
  return {
    error,
    presented: null,
    causes,
    matching: [],
    nearest: [],
    isNothing: false,
  }
}

test.each([
  ['a certain difference of letters', found([differs]), false],
  ['a trust that is minutes old', found([young]), false],
  ['every value the same, and refused', found([stale]), true],
  ['an issuer that did not answer', found([unreachable]), true],
  ['nothing at all', found([]), true],
  ['a missing role', found([], 'authorization'), false],
  ['a token without an error', found([], null), false],
])('%s: looking at the issuer unasked is %s', (_, examination, is) => {
  expect(isIssuerInDoubt(examination)).toBe(is)
})

test('what the issuer answers leads where nothing else is certain, and follows where something is', () => {
  const probe = probeOf([noKeys])
  expect(withProbe(found([stale]), probe).causes.map(({ code }) => code)).toEqual([
    'keys-unreachable',
    'trust-stale',
  ])
  expect(withProbe(found([differs]), probe).causes.map(({ code }) => code)).toEqual([
    'subject-case',
    'keys-unreachable',
  ])
})

test('a look that found nothing, or the same again, changes nothing', () => {
  const before = found([stale])
  expect(withProbe(before, null)).toBe(before)
  expect(withProbe(before, probeOf([{ ...noKeys, severity: 'info' }]))).toBe(before)
  const same = found([{ ...unreachable, code: 'keys-unreachable' }])
  expect(withProbe(same, probeOf([noKeys]))).toBe(same)
})

const presented = { claims: {}, header: { kid: 'one' }, source: 'token' } as const
const done = (probe: IssuerProbe) => ({ state: 'done', probe }) as const
test.each([
  ['its key is published', done(probeOf()), presented, 'fine', /this token’s key is among its 1 key/],
  [
    'another key is published',
    done(probeOf()),
    { ...presented, header: { kid: 'two' } },
    'differs',
    /not among/,
  ],
  ['no key is named', done(probeOf()), { ...presented, header: {} }, 'fine', /^read now: 1 key$/],
  ['the keys cannot be read', done(probeOf([noKeys], null)), presented, 'differs', /not readable/],
  ['the keys are refused', done(probeOf([noKeys])), presented, 'differs', /refuse/],
  ['it was not looked at', { state: 'unasked' } as const, presented, 'unknown', /^not looked at$/],
  ['nobody is signed in', { state: 'signed-out' } as const, presented, 'unknown', /nobody is signed in/],
  ['it is being read', { state: 'asking' } as const, presented, 'unknown', /being read/],
])('the issuer’s answer where %s', (_, look, token, state, text) => {
  const fact = issuerFact(look, token)
  expect(fact.state).toBe(state)
  expect(fact.words).toMatch(text)
})

test('keys are known once they were read, without the values that the issuer left out', () => {
  expect(publishedKeys(null)).toBeUndefined()
  expect(publishedKeys(probeOf([], null))).toBeUndefined()
  expect(publishedKeys(probeOf())).toEqual({ keys: [{ kid: 'one', kty: 'RSA', use: 'sig' }] })
})
