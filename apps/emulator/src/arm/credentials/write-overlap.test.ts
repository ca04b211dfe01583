import { afterAll, expect, test } from 'vitest'
import { Refusal } from '../core/refusal.ts'
import { errorOf, mintToken, startArm, type ArmAnswer } from '../testing/testing-client.ts'
import { credentialBody, makeIdentity } from '../testing/testing-places.ts'
import { writeAlone } from './write-overlap.ts'

const arm = await startArm()
afterAll(() => arm.emulator.close())

test('the second of two writes on one identity is refused while the first runs, and passes after it', async () => {
  const { world } = arm.emulator
  const first = writeAlone(world, 'identity-a', () => 'first')
  await expect(writeAlone(world, 'identity-a', () => 'second')).rejects.toBeInstanceOf(Refusal)
  expect(await writeAlone(world, 'identity-b', () => 'elsewhere')).toBe('elsewhere')
  expect(await first).toBe('first')
  expect(await writeAlone(world, 'identity-a', () => 'third')).toBe('third')
})

test('over HTTP, of two writes that meet one is stored and one is refused', async () => {
  const identity = await makeIdentity(arm)
  const [stored, refused] = await together(
    ['PUT', `${identity}/federatedIdentityCredentials/fic-one`, credentialBody('one')],
    ['PUT', `${identity}/federatedIdentityCredentials/fic-two`, credentialBody('two')],
  )
  expect(stored?.status).toBe(201)
  expect(refused && errorOf(refused)).toEqual({
    status: 409,
    code: 'ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity',
    message: `Too many Federated Identity Credentials are written concurrently for the managed identity '${identity.toLowerCase()}'. Concurrent Federated Identity Credentials writes under the same managed identity are not supported.`,
  })
})

test('a deletion meets a write too', async () => {
  const identity = await makeIdentity(arm)
  const present = `${identity}/federatedIdentityCredentials/present`
  await arm.call('PUT', present, { body: credentialBody('present') })
  const [, refused] = await together(
    ['DELETE', present, undefined],
    ['PUT', `${identity}/federatedIdentityCredentials/other`, credentialBody('other')],
  )
  expect(refused?.status).toBe(409)
})

test('writes on different identities do not meet', async () => {
  const identities = await Promise.all([1, 2, 3, 4].map(() => makeIdentity(arm)))
  const answers = await Promise.all(
    identities.map((identity) =>
      arm.call('PUT', `${identity}/federatedIdentityCredentials/same`, { body: credentialBody('same') }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
})

test('writes one after the other all succeed, and a refused one leaves the identity free', async () => {
  const identity = await makeIdentity(arm)
  const put = (name: string, body: unknown) =>
    arm.call('PUT', `${identity}/federatedIdentityCredentials/${name}`, { body })
  expect((await put('first', credentialBody('same'))).status).toBe(201)
  expect((await put('second', credentialBody('same'))).status).toBe(400)
  expect((await put('third', credentialBody('other'))).status).toBe(201)
})

/** Sends two calls at once over connections that are open already; the answers sorted by status. */
async function together(...calls: [method: string, path: string, body: unknown][]): Promise<ArmAnswer[]> {
  const token = await mintToken(arm.emulator.world, 'developer')
  await Promise.all(calls.map(() => arm.call('GET', '/subscriptions', { token })))
  const answers = await Promise.all(
    calls.map(([method, path, body]) => arm.call(method, path, { token, body })),
  )
  return answers.toSorted((one, other) => one.status - other.status)
}
