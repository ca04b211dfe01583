import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { plantReview } from '../../review-seed/plant-review.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const { world, httpsOrigin } = emulator
plantReview(world, { identities: 2000, applications: 200, credentials: 4400, seed: 1 })
const token = await emulator.signIn('admin')

const answer = z.looseObject({
  totalRecords: z.number(),
  data: z.array(z.looseObject({ id: z.string() })),
  $skipToken: z.string().optional(),
})

/** Every id of a result, page by page; how many rows each page had. */
async function read(query: string) {
  const ids: string[] = []
  const pages: number[] = []
  let skipToken: string | undefined
  do {
    const options = { $top: 1000, ...(skipToken === undefined ? {} : { $skipToken: skipToken }) }
    const response = await emulator.fetch(
      `${httpsOrigin}/providers/Microsoft.ResourceGraph/resources?api-version=2021-03-01`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ query, options }),
      },
    )
    const { data, $skipToken } = answer.parse(await response.json())
    ids.push(...data.map(({ id }) => id))
    pages.push(data.length)
    skipToken = $skipToken
  } while (skipToken !== undefined)
  return { ids, pages }
}

test('every role assignment of the tenant comes, a thousand a page', async () => {
  const { ids, pages } = await read(
    "authorizationresources | where type =~ 'microsoft.authorization/roleassignments' | where properties.principalType =~ 'ServicePrincipal' | project id, properties | order by id asc",
  )
  const all = world.store.roleAssignments
    .entries()
    .filter(([, { principalType, scope }]) => principalType === 'ServicePrincipal' && !isPartner(scope))
  expect(ids.map((id) => id.toLowerCase()).toSorted()).toEqual(all.map(([key]) => key).toSorted())
  expect(pages.slice(0, -1)).toEqual(Array.from({ length: pages.length - 1 }, () => 1000))
  expect(pages.length).toBeGreaterThan(1)
})

test('every identity comes with its resource data', async () => {
  const { ids } = await read(
    "resources | where type =~ 'microsoft.managedidentity/userassignedidentities' | project id, location, tags, properties | order by id asc",
  )
  expect(ids.map((id) => id.toLowerCase()).toSorted()).toEqual(
    world.store.identities
      .entries()
      .map(([key]) => key)
      .toSorted(),
  )
})

function isPartner(scope: string): boolean {
  const [, , subscriptionId = ''] = scope.split('/')
  return world.store.subscriptions.get(subscriptionId)?.tenantId !== world.settings.tenantId
}
