import { appRoutes, safeReturnTo } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { paths, signInAddress } from './paths.ts'

const identity = {
  subscriptionId: '$subscriptionId',
  resourceGroup: '$resourceGroup',
  identityName: '$identityName',
}

test('the path builder makes every route of the contract, and no other', () => {
  const built = [
    paths.home(),
    paths.trusts(),
    paths.trust({ ...identity, trustName: '$trustName' }),
    paths.identities(),
    paths.identityCreate(),
    paths.identity(identity),
    paths.trustCreate(),
    paths.activity(),
    paths.signInProblem(),
  ].map(decodeURIComponent)
  expect(built).toHaveLength(Object.keys(paths).length)
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
