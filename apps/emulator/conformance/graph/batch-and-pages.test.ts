import {
  BatchRequestContent,
  BatchResponseContent,
  PageIterator,
  type PageCollection,
} from '@microsoft/microsoft-graph-client'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { automationCredential } from '../sdk/clients.ts'
import { onEmulator } from '../target/on-emulator.ts'
import { openTarget } from '../target/target.ts'
import { graphClient } from './graph-client.ts'

const target = await openTarget()
const graph = graphClient(target, automationCredential(target))
const made = z.object({ id: z.guid() })

afterAll(() => target.close())

test('graph-client sends a batch, and each request has its own outcome', async () => {
  const { id } = made.parse(await graph.api('/applications').post({ displayName: 'judge-batch' }))
  const at = (path: string) => new Request(`https://graph.microsoft.com${path}`)
  const content = new BatchRequestContent([
    { id: 'one', request: at(`/applications/${id}?$select=id,displayName`) },
    { id: 'two', request: at('/applications/00000000-0000-4000-8000-000000000000'), dependsOn: ['one'] },
    { id: 'three', request: at(`/applications/${id}/federatedIdentityCredentials`), dependsOn: ['two'] },
  ])
  const raw: unknown = await graph.api('/$batch').post(await content.getContent())
  // The shape is what BatchResponseContent itself demands of the answer.
  const answer = new BatchResponseContent(raw as ConstructorParameters<typeof BatchResponseContent>[0])
  expect(answer.getResponseById('one').status).toBe(200)
  expect(await answer.getResponseById('one').json()).toMatchObject({ id, displayName: 'judge-batch' })
  expect(answer.getResponseById('two').status).toBe(404)
  expect(answer.getResponseById('three').status).toBe(424)
  await graph.api(`/applications/${id}`).delete()
})

test(
  'PageIterator goes through every application, page by page',
  onEmulator(target, 'bulk seed', async (emulator) => {
    const seeded = await emulator.fetch(`${emulator.browserOrigin}/_emulator/seed`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ identities: 0, applications: 250, credentialsEach: 1 }),
    })
    expect({ status: seeded.status, body: await seeded.text() }).toMatchObject({ status: 200 })
    // The first page as Graph answers it.
    const first = (await graph
      .api('/applications')
      .header('ConsistencyLevel', 'eventual')
      .query({ $count: 'true', $top: '100' })
      .select('id')
      .get()) as PageCollection
    expect(first.value).toHaveLength(100)
    const ids = new Set<string>()
    const iterator = new PageIterator(graph, first, (application: { id: string }) => {
      ids.add(application.id)
      return true
    })
    await iterator.iterate()
    expect(ids.size).toBe(first['@odata.count'])
    expect(ids.size).toBeGreaterThanOrEqual(250)
  }),
)
