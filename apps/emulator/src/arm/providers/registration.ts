import type { ProviderRegistration } from '../../kernel/entities/resources.ts'
import type { World } from '../../kernel/world.ts'
import { faults } from '../core/faults.ts'
import { refuse } from '../core/refusal.ts'
import { resourcesIn } from '../resources/all-resources.ts'

/** How long a provider is `Registering`, and `Unregistering`. Azure takes minutes. */
const changeMs = 5000

/** Registered in every subscription, and never otherwise. */
const alwaysRegistered = ['microsoft.resources', 'microsoft.authorization', 'microsoft.resourcegraph']

export type RegistrationState =
  'NotRegistered' | 'Registering' | 'Registered' | 'Unregistering' | 'Unregistered'

/** Absent in the store means registered. */
export function registrationState(
  world: World,
  subscriptionId: string,
  namespace: string,
): RegistrationState {
  const found = world.store.providerRegistrations.get(registrationKey(subscriptionId, namespace))
  if (!found || isAlwaysRegistered(namespace)) return 'Registered'
  const isDone = world.clock.now() - found.changedAt >= changeMs
  if (found.state === 'Registering') return isDone ? 'Registered' : 'Registering'
  if (found.state === 'Unregistered') return isDone ? 'Unregistered' : 'Unregistering'
  return found.state
}

/**
 * Begins to register or unregister, also in the middle of the contrary. A provider that is there or on its way stays as
 * it is.
 */
export function changeRegistration(
  world: World,
  subscriptionId: string,
  namespace: string,
  towards: Extract<ProviderRegistration['state'], 'Registering' | 'Unregistered'>,
): void {
  const state = registrationState(world, subscriptionId, namespace)
  const done: RegistrationState[] =
    towards === 'Registering' ? ['Registering', 'Registered'] : ['Unregistering', 'Unregistered']
  if (done.includes(state)) return
  world.store.providerRegistrations.put(registrationKey(subscriptionId, namespace), {
    namespace,
    state: towards,
    changedAt: world.clock.now(),
  })
}

/**
 * Throws MissingSubscriptionRegistration unless the provider is registered; while it is `Registering` too, which in Azure
 * is over region by region.
 */
export function demandRegistered(world: World, subscriptionId: string, namespace: string): void {
  if (world.store.providerRegistrations.size() === 0) return
  if (registrationState(world, subscriptionId, namespace) === 'Registered') return
  const fault = faults.missingRegistration(namespace)
  throw refuse(fault, { details: [{ code: fault.code, target: namespace, message: fault.message }] })
}

/**
 * Throws while the subscription has resources of the provider.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types
 */
export function demandUnused(world: World, subscriptionId: string, namespace: string): void {
  const start = `${namespace}/`.toLowerCase()
  const used = resourcesIn(world, subscriptionId).find(({ type }) => type.toLowerCase().startsWith(start))
  if (used) throw refuse(faults.providerInUse(namespace, used.type))
}

export function isAlwaysRegistered(namespace: string): boolean {
  return alwaysRegistered.includes(namespace.toLowerCase())
}

function registrationKey(subscriptionId: string, namespace: string): string {
  return `${subscriptionId}/${namespace}`.toLowerCase()
}
