import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { given } from '../../src/testing/given.ts'
import { openAzureCli } from '../azure-cli/azure-cli.ts'
import { registerCloud, signInWithSecret } from '../azure-cli/register-cloud.ts'
import { graphClient } from '../graph/graph-client.ts'
import { armClients, automationCredential } from '../sdk/clients.ts'
import { openTarget } from '../target/target.ts'
import { readCatalogue } from './catalogue.ts'
import { mint } from './mint-token.ts'
import { byAssertion, byMsal, byWorkloadIdentity } from './sign-ins.ts'
import { byArmMsi, byAzureCli, byGraphClient } from './trust-makers.ts'

const target = await openTarget()
const { value: platforms } = await readCatalogue(target)
const credential = automationCredential(target)
const { authorization, msi, resources } = armClients(target, credential)
const az = openAzureCli(target, 'loop')
const folder = mkdtempSync(join(tmpdir(), 'tokens-'))
const { subscriptionId, location } = target
const [open, closed] = [target.groupName('open'), target.groupName('closed')]
const scope = `/subscriptions/${subscriptionId}/resourceGroups/${open}`
const reader = `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7`
const place = { subscriptionId, group: closed, location }
const makers = [
  { by: 'arm-msi', make: byArmMsi(msi, place) },
  { by: 'graph-client', make: byGraphClient(graphClient(target, credential)) },
  { by: 'az rest', make: byAzureCli(az, msi, place) },
] as const
const signIns = [
  { by: 'WorkloadIdentityCredential', signIn: byWorkloadIdentity(target, folder) },
  { by: 'msal-node', signIn: byMsal(target) },
  { by: 'ClientAssertionCredential', signIn: byAssertion(target) },
] as const
const claims = z.looseObject({
  iss: z.string(),
  sub: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
})

beforeAll(async () => {
  if (platforms.length === 0) return
  await registerCloud(az, target)
  await signInWithSecret(az, target)
  for (const group of [open, closed]) await resources.resourceGroups.createOrUpdate(group, { location })
})
afterAll(async () => {
  az.discard()
  rmSync(folder, { recursive: true })
  await target.close()
})

test('the catalogue holds the platforms that people use', () => {
  const ids = platforms.map(({ id }) => id)
  const wanted = target.emulator ? ['github', 'aks', 'gitlab', 'hcp-terraform', 'azure-devops', 'google'] : []
  expect(ids).toEqual(expect.arrayContaining(wanted))
})

const loops = platforms.map((platform, index) => {
  const maker = given(makers[index % makers.length], 'a maker')
  const client = given(signIns[(index + Math.floor(index / 3)) % signIns.length], 'a client')
  return { ...platform, ...maker, signedInBy: client.by, signIn: client.signIn }
})

test.for(loops)('$title: trusted by $by, signed in by $signedInBy', async ({ id, example, make, signIn }) => {
  const { token, claims: minted } = await mint(given(target.emulator, 'the emulator'), id, example)
  const { iss, sub, aud } = claims.parse(minted)
  const audience = given([aud].flat()[0], 'an audience')
  const trusted = await make(`judge-${id}`, { issuer: iss, subject: sub, audiences: [audience] })
  await authorization.roleAssignments.create(scope, randomUUID(), {
    roleDefinitionId: reader,
    principalId: trusted.principalId,
    principalType: 'ServicePrincipal',
  })
  const { resources: asWorkload } = armClients(target, signIn(trusted.clientId, token))
  expect(await asWorkload.resourceGroups.get(open)).toMatchObject({ name: open })
  await expect(asWorkload.resourceGroups.get(closed)).rejects.toMatchObject({
    statusCode: 403,
    code: 'AuthorizationFailed',
    message: expect.stringContaining(`with object id '${trusted.principalId}'`),
  })
})
