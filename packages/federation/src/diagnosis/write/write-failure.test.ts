import { expect, test } from 'vitest'
import { aboveInfo, rightTrust } from '../../testing/said.ts'
import { judgeWrite } from '../judge-write.ts'
import { writeFailureOf } from './write-failure.ts'

test.each([
  [
    { status: 409, code: 'ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity' },
    'concurrent-writes',
  ],
  [
    { message: 'Too many Federated Identity Credentials are written concurrently for the managed identity' },
    'concurrent-writes',
  ],
  [
    { status: 400, message: 'Issuer and subject combination already exists for this Managed Identity.' },
    'claims-taken',
  ],
  [
    {
      status: 409,
      code: 'Request_MultipleObjectsWithSameKeyValue',
      message: 'FederatedIdentityCredential with name main already exists.',
    },
    'name-taken',
  ],
  [{ status: 400, message: "Federated Identity Credential name 'a.b' is invalid." }, 'name-characters'],
  [
    { status: 400, message: 'Federated identity credentials must have exactly one audience.' },
    'audience-count',
  ],
  [
    {
      status: 400,
      message: "Federated Identity Credential must specify 'issuer', 'subject' and 'audience'.",
    },
    'value-missing',
  ],
  [
    {
      status: 400,
      message:
        "Expression configured for issuer 'https://gitlab.com' either lacks all required claims or contains unallowed claims.",
    },
    'expression-claims',
  ],
  [{ status: 400, message: "The issuer is not allowed as per assigned policy 'x'." }, 'issuer-forbidden'],
  [{ status: 403, code: 'RequestDisallowedByPolicy' }, 'write-blocked-by-policy'],
  [{ status: 409, code: 'ScopeLocked' }, 'write-locked'],
  [{ status: 405, code: 'MethodNotAllowed' }, 'region-unsupported'],
  [
    {
      status: 404,
      code: 'NotFound',
      message: 'MS Graph resource not found during Federated Identity Credential creation.',
    },
    'principal-not-visible',
  ],
  [{ status: 404, code: 'Request_ResourceNotFound' }, 'parent-missing'],
  [{ status: 403, code: 'AuthorizationFailed' }, 'write-permission'],
  [{ status: 403, code: 'Directory_ResultSizeLimitExceeded' }, 'limit-reached'],
  [{ status: 401, code: 'InvalidAuthenticationToken' }, 'sign-in-blocked'],
  [{ status: 401, message: 'AADSTS50005: blocked through Conditional Access policy' }, 'sign-in-blocked'],
  [
    { status: 400, message: 'Flexible federated identity credentials are not supported here.' },
    'expression-refused',
  ],
  [{ status: 412 }, 'changed-meanwhile'],
  [{ status: 429 }, 'throttled'],
  [{ status: 503 }, 'service-failed'],
  [{ status: 403 }, 'write-permission'],
  [{ status: 409, code: 'MissingSubscriptionRegistration' }, 'provider-not-registered'],
])('%j is told', (answer, code) => {
  expect(writeFailureOf(answer)?.code).toBe(code)
})

test.each([{}, { status: 400 }, { status: 418, message: 'No tea.' }, { message: 'All is well.' }])(
  '%j names no known reason',
  (answer) => {
    expect(writeFailureOf(answer)).toBeNull()
  },
)

test('an unknown refusal is told as one, and an answer that stored the trust is none', () => {
  const said = (upstream: { status: number }) =>
    aboveInfo(
      judgeWrite({
        operation: 'create',
        parentKind: 'application',
        draft: rightTrust,
        context: { upstream },
      }),
    )
  expect(said({ status: 418 })).toEqual(['write-refused'])
  expect(said({ status: 201 })).toEqual([])
})

test('what was foreseen and then answered is told once, as certain', () => {
  const { causes } = judgeWrite({
    operation: 'create',
    parentKind: 'managedIdentity',
    draft: rightTrust,
    context: {
      concurrentWrites: [{ name: 'other' }],
      upstream: { status: 409, code: 'ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity' },
    },
  })
  expect(causes.map(({ code, severity }) => [code, severity])).toEqual([['concurrent-writes', 'block']])
})
