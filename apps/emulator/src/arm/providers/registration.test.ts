import { afterAll, expect, test } from 'vitest'
import { subscriptions } from '../../seed.ts'
import { testClock } from '../../testing/test-clock.ts'
import { errorOf, startArm } from '../testing/testing-client.ts'
import { development, restricted } from '../testing/testing-places.ts'

const clock = testClock()
const arm = await startArm({ clock })
afterAll(() => arm.emulator.close())

const query = '?api-version=2022-12-01'
const provider = `${restricted}/providers/Microsoft.ContainerService`
const clusters = `${provider}/managedClusters`

const register = () => arm.call('POST', `${provider}/register${query}`, { as: 'admin' })
const unregister = () => arm.call('POST', `${provider}/unregister${query}`, { as: 'admin' })

async function state(path = provider) {
  return Object((await arm.call('GET', path, { as: 'admin' })).body).registrationState
}

test('an unregistered provider refuses, and works again once it is registered', async () => {
  expect(await state()).toBe('Registered')
  expect((await unregister()).body).toMatchObject({ registrationState: 'Unregistering' })
  clock.advance(10_000)
  expect(await state()).toBe('Unregistered')
  expect(errorOf(await arm.call('GET', clusters, { as: 'admin' }))).toEqual({
    status: 409,
    code: 'MissingSubscriptionRegistration',
    message:
      "The subscription is not registered to use namespace 'Microsoft.ContainerService'. See https://aka.ms/rps-not-found for how to register subscriptions.",
  })
  await register()
  expect(await state()).toBe('Registering')
  clock.advance(10_000)
  expect(await state()).toBe('Registered')
  expect((await arm.call('GET', clusters, { as: 'admin' })).status).toBe(200)
})

test('of register and unregister in a row the last one wins', async () => {
  await unregister()
  expect((await register()).body).toMatchObject({ registrationState: 'Registering' })
  clock.advance(10_000)
  expect(await state()).toBe('Registered')
  await unregister()
  clock.advance(10_000)
  await register()
  await unregister()
  clock.advance(10_000)
  expect(await state()).toBe('Unregistered')
  await register()
  clock.advance(10_000)
})

test('a provider whose resources are there is not unregistered', async () => {
  const used = `${development}/providers/Microsoft.ManagedIdentity`
  const answer = await arm.call('POST', `${used}/unregister${query}`)
  expect(errorOf(answer)).toEqual({
    status: 409,
    code: 'CannotUnregisterRP',
    message:
      "You can't unregister the resource provider 'Microsoft.ManagedIdentity' when you still have resource types from that resource provider in your subscription: 'Microsoft.ManagedIdentity/userAssignedIdentities'.",
  })
  expect(await state(used)).toBe('Registered')
})

test.each([
  ['the resource manager itself', 'Microsoft.Resources'],
  ['role-based access', 'Microsoft.Authorization'],
])('%s cannot be unregistered', async (_, namespace) => {
  await arm.call('POST', `${development}/providers/${namespace}/unregister`)
  expect(await state(`${development}/providers/${namespace}`)).toBe('Registered')
})

test('who may only read cannot register', async () => {
  const path = `${development}/providers/Microsoft.ManagedIdentity/register${query}`
  const answer = await arm.call('POST', path, { as: 'reader' })
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
