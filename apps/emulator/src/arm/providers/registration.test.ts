import { afterAll, expect, test } from 'vitest'
import { subscriptions } from '../../seed.ts'
import { testClock } from '../../testing/test-clock.ts'
import { errorOf, startArm } from '../testing/testing-client.ts'
import { development, payIdentity } from '../testing/testing-places.ts'

const clock = testClock()
const arm = await startArm({ clock })
afterAll(() => arm.emulator.close())

const query = '?api-version=2022-12-01'
const provider = `${development}/providers/Microsoft.ManagedIdentity`

async function state(path = provider) {
  return Object((await arm.call('GET', path)).body).registrationState
}

test('an unregistered provider refuses, and works again once it is registered', async () => {
  expect(await state()).toBe('Registered')
  expect((await arm.call('POST', `${provider}/unregister${query}`)).body).toMatchObject({
    registrationState: 'Unregistering',
  })
  clock.advance(10_000)
  expect(await state()).toBe('Unregistered')
  expect(errorOf(await arm.call('GET', payIdentity))).toEqual({
    status: 409,
    code: 'MissingSubscriptionRegistration',
    message:
      "The subscription is not registered to use namespace 'Microsoft.ManagedIdentity'. See https://aka.ms/rps-not-found for how to register subscriptions.",
  })
  await arm.call('POST', `${provider}/register${query}`)
  expect(await state()).toBe('Registering')
  clock.advance(10_000)
  expect(await state()).toBe('Registered')
  expect((await arm.call('GET', payIdentity)).status).toBe(200)
})

test.each([
  ['the resource manager itself', 'Microsoft.Resources'],
  ['role-based access', 'Microsoft.Authorization'],
])('%s cannot be unregistered', async (_, namespace) => {
  await arm.call('POST', `${development}/providers/${namespace}/unregister`)
  expect(await state(`${development}/providers/${namespace}`)).toBe('Registered')
})

test('who may only read cannot register', async () => {
  const answer = await arm.call('POST', `${provider}/register${query}`, { as: 'reader' })
  expect(errorOf(answer)).toMatchObject({ status: 403, code: 'AuthorizationFailed' })
})

test('the tenant lists providers without a state, and an unknown one is refused', async () => {
  const { body } = await arm.call('GET', '/providers')
  expect(Object(body).value[0]).not.toHaveProperty('registrationState')
  const unknown = await arm.call('GET', '/providers/Contoso.Nothing')
  expect(errorOf(unknown)).toMatchObject({ status: 404, code: 'InvalidResourceNamespace' })
})

test('arm-resources registers a provider', async () => {
  const { providers } = arm.clients('developer', subscriptions.development.subscriptionId).resources
  expect(await providers.register('Microsoft.ContainerService')).toMatchObject({
    registrationState: 'Registered',
  })
})
