import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { ArmCall } from '../core/arm-operation.ts'
import { faults } from '../core/faults.ts'
import { refuse } from '../core/refusal.ts'
import { demand } from '../roles/authorise.ts'
import { findNamespace, providerShape } from './provider-shape.ts'
import { changeRegistration, demandUnused } from './registration.ts'

/** Registers or unregisters the provider in the path, for whoever may. */
export function changeProvider(
  { world, caller, params }: ArmCall,
  verb: 'register' | 'unregister',
  towards: 'Registering' | 'Unregistered',
): EmulatorResponse {
  const { subscriptionId = '', namespace = '' } = params
  const known = findNamespace(namespace)
  if (known === undefined) throw refuse(faults.invalidNamespace(namespace))
  demand(world, caller, `${known}/${verb}/action`, `/subscriptions/${subscriptionId}`)
  if (verb === 'unregister') demandUnused(world, subscriptionId, known)
  changeRegistration(world, subscriptionId, known, towards)
  return { status: 200, body: providerShape(world, known, subscriptionId) }
}
