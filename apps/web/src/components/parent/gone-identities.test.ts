import { QueryClient, hashKey } from '@tanstack/react-query'
import {
  errorCatalogue,
  type ErrorCode,
  type Identity,
  type IdentitySearch,
} from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { ApiProblem } from '../../api/api-problem.ts'
import { identityQuery } from '../../api/identity-queries.ts'
import { readGone, withoutGone } from './gone-identities.ts'

function identity(identityName: string): Identity {
  return {
    identityName,
    resourceGroup: 'rg-pay',
    subscriptionId: '3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501',
    resourceId: identityName,
    location: 'westeurope',
    supportsTrusts: true,
    tenantId: 't',
    clientId: 'c',
    principalId: 'p',
  }
}

const found: IdentitySearch = {
  identities: ['id-shop', 'ID-Pay', 'id-pay-test'].map(identity),
  complete: true,
  source: 'resource-graph',
  unreadable: [],
}

function problem(code: ErrorCode): ApiProblem {
  const { status, title } = errorCatalogue[code]
  const said = { type: 'about:blank', detail: 'd', nextStep: 'n', requestId: 'r' }
  return new ApiProblem({ ...said, title, status, code })
}

function failWith(error: Error) {
  return async () => {
    throw error
  }
}

async function namesAfter(error: Error, path: Identity, now?: number): Promise<string[]> {
  const queries = new QueryClient()
  const { queryKey } = identityQuery({
    subscriptionId: path.subscriptionId,
    resourceGroup: path.resourceGroup,
    identityName: path.identityName,
  })
  await queries.prefetchQuery({ queryKey, queryFn: failWith(error), retry: false })
  expect(queries.getQueryCache().find({ queryKey })?.queryHash).toBe(hashKey(queryKey))
  return withoutGone(found, readGone(queries, now)).identities.map(({ identityName }) => identityName)
}

test('an identity that Azure said it does not have is not listed, however its name is written', async () => {
  expect(await namesAfter(problem('NOT_FOUND'), identity('id-pay'))).toEqual(['id-shop', 'id-pay-test'])
})

test.each([
  ['it could not be read just now', problem('UPSTREAM_FAILED'), 0],
  ['the portal was not reached', new Error('offline'), 0],
  ['that was longer ago than the list lags behind', problem('NOT_FOUND'), 10 * 60_000],
])('one stays listed where %s', async (_, error, later) => {
  expect(await namesAfter(error, identity('id-pay'), Date.now() + later)).toHaveLength(3)
})
