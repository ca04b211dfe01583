import { ClientAssertionCredential } from '@azure/identity'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { given } from '../../src/testing/given.ts'
import { armClients, credentialOptions } from '../sdk/clients.ts'
import { openTarget } from '../target/target.ts'
import { readCatalogue } from './catalogue.ts'
import { mintToken } from './mint-token.ts'

const target = await openTarget()
const { brokenOnPurpose } = await readCatalogue(target)
const { msi, resources } = armClients(target)
const group = target.groupName('broken')
const arm = 'https://management.azure.com/.default'

/** What Entra answers when it cannot use an issuer's metadata, its keys, or the signature. */
const numbers: Readonly<Record<string, number>> = {
  'broken-wrong-issuer': 90061,
  'broken-no-rsa-key': 7000272,
  'broken-es256': 5002738,
  'broken-short-key': 5002730,
  'broken-many-keys': 7000272,
  'broken-no-keys': 7000272,
  'broken-rotated-away': 7000272,
  'broken-slow': 501661,
  'broken-huge': 501661,
  'broken-redirects-discovery': 90061,
  'broken-redirects-keys': 90061,
  'broken-no-discovery': 90061,
  'broken-unavailable': 50166,
  'broken-html': 90061,
  'broken-http-keys': 90061,
  'broken-expired-certificate': 501661,
  'broken-self-signed': 501661,
  'broken-other-host': 501661,
  'broken-no-tls': 501661,
}

beforeAll(async () => {
  if (target.emulator === undefined) return
  await resources.resourceGroups.createOrUpdate(group, { location: target.location })
})
afterAll(() => target.close())

test('every issuer that is broken on purpose has its number here', () => {
  const ids = brokenOnPurpose.map(({ id }) => id)
  expect(target.emulator === undefined ? Object.keys(numbers) : ids).toEqual(
    expect.arrayContaining(Object.keys(numbers)),
  )
  expect(Object.keys(numbers)).toEqual(expect.arrayContaining(ids))
})

test.for(brokenOnPurpose)('$id ($what) is refused with its number', async ({ id, issuer }) => {
  const subject = 'contoso-job'
  const { clientId } = await msi.userAssignedIdentities.createOrUpdate(group, id, {
    location: target.location,
  })
  const trust = { issuer, subject, audiences: ['api://AzureADTokenExchange'] }
  await msi.federatedIdentityCredentials.createOrUpdate(group, id, 'outside', trust)
  const emulator = given(target.emulator, 'the emulator')
  const credential = new ClientAssertionCredential(
    target.tenantId,
    given(clientId, 'a client id'),
    () => mintToken(emulator, id, { subject }),
    credentialOptions(target),
  )
  await expect(credential.getToken(arm)).rejects.toThrow(`AADSTS${numbers[id]}:`)
})
