import { expect, test } from 'vitest'
import { brokenPorts, issuerResolveText } from './issuer-hosts.ts'
import { clusterIssuer } from './seed.ts'
import { startTestEmulator } from './testing/start-test-emulator.ts'

test('a program that knows exact names only is told where every issuer is', async () => {
  const { world, httpsOrigin, close } = await startTestEmulator()
  const here = `127.0.0.1:${new URL(httpsOrigin).port}`
  const issuerURL = 'https://francecentral.oic.prod-aks.azure.com/t/c/'
  world.store.resources.put('one', {
    id: 'one',
    name: 'one',
    type: 'Microsoft.ContainerService/managedClusters',
    location: null,
    tags: {},
    properties: { oidcIssuerProfile: { issuerURL } },
    extra: {},
    createdAt: 0,
  })
  const pairs = issuerResolveText(world).split(',')
  expect(pairs.filter((pair) => !/^[a-z0-9.-]+=127\.0\.0\.1:\d+$/.test(pair))).toEqual([])
  for (const host of ['gitlab.com', new URL(clusterIssuer).hostname, new URL(issuerURL).hostname]) {
    expect(pairs).toContain(`${host}=${here}`)
  }
  const { brokenTls, brokenPlain } = brokenPorts(world)
  expect(pairs).toContain(`expired-certificate.broken.example=127.0.0.1:${brokenTls}`)
  expect(pairs).toContain(`no-tls.broken.example=127.0.0.1:${brokenPlain}`)
  await close()
})

test('hosts named in the settings win over the table, and leave the rest of it', async () => {
  const issuerResolve = { 'gitlab.com': '127.0.0.9:1' }
  const { world, close } = await startTestEmulator({ settings: { issuerResolve } })
  expect(world.settings.issuerResolve['gitlab.com']).toBe('127.0.0.9:1')
  expect(world.settings.issuerResolve['app.terraform.io']).toMatch(/^127\.0\.0\.1:/)
  await close()
})
