import { expect, test } from 'vitest'
import { githubTrust, main, noMatch, prod } from '../../../testing/explained.ts'
import type { ErrorContext } from '../../error/error-case.ts'
import { explainError } from '../../explain-error.ts'

const issuer = 'https://token.actions.githubusercontent.com'

test.each([
  [noMatch(prod), 'environment-replaces-ref'],
  [noMatch('repo:contoso/shop:ref:refs/heads/dev'), 'entity-other-value'],
  [noMatch('repo:contoso/shop:pull_request'), 'entity-other-kind'],
  [noMatch('system:serviceaccount:a:b'), 'kubernetes-other-account'],
  [noMatch('system:serviceaccount:keda:keda-operator'), 'kubernetes-operator'],
  [noMatch('sc://contoso/shop/azure'), 'generated-differs'],
  [noMatch('workload/a'), 'subject-differs'],
  [noMatch('repo:Contoso/shop:pull_request', 'AADSTS7002138: '), 'subject-case'],
  [
    `AADSTS700212: No matching federated identity record found for presented assertion audience 'x'`,
    'audience-differs',
  ],
  [
    `AADSTS700211: No matching federated identity record found for presented assertion issuer 'https://gitlab.com'`,
    'issuer-differs',
  ],
  [
    `AADSTS700211: No matching federated identity record found for presented assertion issuer 'https://kubernetes.default.svc'`,
    'issuer-in-cluster',
  ],
  [
    `AADSTS70021: No matching federated identity record found for presented assertion. Assertion Issuer: 'https://app.vstoken.visualstudio.com'.`,
    'issuer-pipeline-token',
  ],
  ['AADSTS70021: No matching federated identity record found for presented assertion.', 'claims-unknown'],
  ['AADSTS700213: No matching federated identity record found', 'subject-unknown'],
])('%s without known trusts is %s', (text, code) => {
  const { causes } = explainError(text)
  expect(causes.map((cause) => cause.code)).toEqual([code])
  expect(causes[0]?.alignments).toBeUndefined()
})

test.each([
  [noMatch(prod), [main], {}, ['environment-replaces-ref']],
  [noMatch('repo:***/shop:environment:prod'), [main], {}, ['environment-replaces-ref']],
  [noMatch('repo:***/shop:ref:refs/heads/main'), [main], {}, ['trust-stale']],
  [noMatch(main.subject), [main], {}, ['trust-stale']],
  [
    noMatch(main.subject),
    [main],
    { now: '2026-08-03T10:00:00Z', trustCreatedAt: '2026-08-03T09:59:00Z' },
    ['trust-new'],
  ],
  [
    noMatch(main.subject, 'AADSTS7002138: '),
    [main],
    { now: '2026-08-03T10:00:00Z', trustChangedAt: '2026-08-03T09:59:00Z' },
    ['trust-new'],
  ],
  [
    noMatch(main.subject),
    [main, { ...main, name: 'b', issuer: `${issuer}/octo` }],
    {},
    ['trust-stale', 'issuer-differs'],
  ],
  [noMatch(prod), [], {}, ['environment-replaces-ref', 'other-client']],
  [
    noMatch(prod),
    [],
    { otherParents: [{ name: 'id-shop', trusts: [githubTrust(prod)] }] },
    ['trust-on-other-identity', 'environment-replaces-ref'],
  ],
  [
    noMatch(prod),
    [main],
    { otherParents: [{ name: 'id-shop', trusts: [githubTrust(prod)] }] },
    ['trust-on-other-identity', 'environment-replaces-ref'],
  ],
  [noMatch(main.subject), [main], { clientId: 'a', parent: { clientId: 'b' } }, ['other-client']],
  [
    noMatch('repo:Other/x:pull_request', 'AADSTS7002138: '),
    [main],
    {},
    ['subject-case', 'github-other-repository', 'entity-other-kind'],
  ],
  [
    `issuer - ${issuer}/\nAADSTS70021: No matching federated identity record found`,
    [{ ...main, issuer: `${issuer}/` }],
    {},
    ['issuer-slash'],
  ],
  [
    'AADSTS700213: No matching federated identity record found',
    [githubTrust('repo:contoso/shop:ref:refs/tags/*')],
    {},
    ['wildcard-in-subject'],
  ],
] satisfies readonly (readonly [string, readonly object[], ErrorContext, readonly string[]])[])(
  '%s beside %j in %j: %j',
  (text, trusts, context, wanted) => {
    expect(explainError(text, { trusts, context }).causes.map(({ code }) => code)).toEqual(wanted)
  },
)

test.each([
  [
    "AADSTS70025: The client 'shop' has no configured federated identity credentials.",
    [],
    {},
    ['identity-without-trust'],
  ],
  [
    "AADSTS70025: The client 'shop' has no configured federated identity credentials.",
    null,
    {},
    ['identity-without-trust'],
  ],
  [
    "AADSTS70025: The client 'omsagent-contoso-aks' has no configured federated identity credentials.",
    [],
    {},
    ['identity-of-platform', 'identity-without-trust'],
  ],
  [
    "AADSTS70025: The client '2a7d9e30-1f4b-4c6d-8a25-e3b7c9d1f046'(azurepolicy-contoso-aks) has no configured federated identity credentials.",
    [],
    {},
    ['identity-of-platform', 'identity-without-trust'],
  ],
  [
    "AADSTS70025: The client 'contoso-aks-agentpool' has no configured federated identity credentials.",
    [],
    {},
    ['identity-of-platform', 'identity-without-trust'],
  ],
  [
    "AADSTS70025: The client 'shop' has no configured federated identity credentials.",
    [main],
    {},
    ['trust-stale'],
  ],
  [
    "AADSTS70025: The client 'shop' has no configured federated identity credentials.",
    [main],
    { now: '2026-08-03T10:00:00Z', trustCreatedAt: '2026-08-03T09:59:00Z' },
    ['trust-new'],
  ],
  [
    "AADSTS70025: The client 'shop' has no configured federated identity credentials.",
    [main],
    { parent: { name: 'other' } },
    ['identity-without-trust'],
  ],
] satisfies readonly (readonly [string, readonly object[] | null, ErrorContext, readonly string[]])[])(
  '%s beside %j in %j: %j',
  (text, trusts, context, wanted) => {
    expect(explainError(text, { trusts, context }).causes.map(({ code }) => code)).toEqual(wanted)
  },
)
