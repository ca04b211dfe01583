import { appRoutes, safeReturnTo, type FindingRuleId } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { paths, signInAddress } from './paths.ts'

const identity = {
  kind: 'managedIdentity',
  subscriptionId: '$subscriptionId',
  resourceGroup: '$resourceGroup',
  identityName: '$identityName',
} as const
const application = { kind: 'application', appId: '$appId' } as const

test('the path builder makes every route of the contract, and no other', () => {
  const built = [
    paths.home(),
    paths.trusts(),
    paths.trust({ parent: identity, trustName: '$trustName' }),
    paths.trust({ parent: application, trustName: '$trustName' }),
    paths.identities(),
    paths.identityCreate(),
    paths.applicationCreate(),
    paths.parent(identity),
    paths.parent(application),
    paths.trustCreate(),
    paths.trustForm(),
    paths.draft('$draftId'),
    paths.wizardStep('$draftId', '$step'),
    paths.patternCreate(),
    paths.bulk(),
    paths.bulkRun('$runId'),
    paths.doctor(),
    paths.activity(),
    paths.reviews(),
    paths.reviewCreate(),
    paths.review('$reviewId'),
    paths.reviewSettings('$reviewId'),
    paths.reviewEnd('$reviewId'),
    paths.reviewReport('$reviewId'),
    paths.map(),
    paths.trustChanges(),
    paths.trustsDelete(),
    paths.findings(),
    paths.finding('$findingId'),
    paths.fixRun('$runId'),
    paths.findingRules(),
    // A template in place of a rule, to be compared with the route.
    paths.findingRule('$ruleId' as FindingRuleId),
    paths.policies(),
    paths.requests(),
    paths.request('$requestId'),
    paths.signInProblem(),
  ].map(decodeURIComponent)
  expect(built.toSorted()).toEqual([...appRoutes].toSorted())
})

test.each(['rg (prod)', 'gruppe-größe', 'a#b', 'a?b', 'a%b', '支付'])(
  'a resource group named %j comes back whole from its address',
  (resourceGroup) => {
    const url = new URL(paths.identity({ ...identity, resourceGroup }), 'https://portal.example')
    expect(decodeURIComponent(url.pathname.split('/')[4] ?? '')).toBe(resourceGroup)
    expect(url.search).toBe('')
    expect(url.hash).toBe('')
  },
)

test('the form of a new trust is opened for either kind of parent', () => {
  const appId = 'cccccccc-1111-2222-3333-444444444444'
  expect(paths.trustCreateFor({ kind: 'application', appId }, { preset: 'gitlab' })).toBe(
    `/new?application=${appId}&preset=gitlab`,
  )
  expect(paths.trustCreateFor({ ...identity, resourceGroup: 'rg-pay' })).toContain('group=rg-pay')
})

test('an empty search value is left out of the address', () => {
  expect(paths.trusts({ q: '', sort: undefined })).toBe('/trusts')
  expect(paths.trustCreate({ preset: 'github-actions', environment: 'prod & test' })).toBe(
    '/new?preset=github-actions&environment=prod+%26+test',
  )
})

test('signing in returns to the page it started from', () => {
  const wanted = paths.trusts({ q: 'contoso/pay-api:main', sort: '-age' })
  const returnTo = new URL(signInAddress(wanted), 'https://portal.example').searchParams.get('returnTo')
  expect(safeReturnTo(returnTo ?? undefined)).toBe(wanted)
})

test('a slash that a browser encoded in the query does not lose the page at sign-in', () => {
  const address = signInAddress('/new?owner=contoso%2Fx&subject=repo%3Aa%2Fb')
  const returnTo = new URL(address, 'https://portal.example').searchParams.get('returnTo')
  expect(safeReturnTo(returnTo ?? undefined)).toBe('/new?owner=contoso/x&subject=repo:a/b')
})

test('a value that ends with a slash keeps it, though the router trims addresses', () => {
  const address = paths.trustCreate({ issuer: 'https://cluster.fabrikam.example/' })
  expect(address.endsWith('/')).toBe(false)
  expect(new URL(address, 'https://portal.example').searchParams.get('issuer')).toBe(
    'https://cluster.fabrikam.example/',
  )
  const returnTo = new URL(signInAddress(address), 'https://portal.example').searchParams.get('returnTo')
  expect(safeReturnTo(returnTo ?? undefined)).toBe(address)
})
