import type { Operation } from '../../kernel/operation.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { faults } from '../core/faults.ts'
import { refuse } from '../core/refusal.ts'
import { findNamespace, providerShape } from './provider-shape.ts'

/** Of a subscription, and of the tenant. */
export const getProvider: readonly Operation[] = [
  '/subscriptions/{subscriptionId}/providers/{namespace}',
  '/providers/{namespace}',
].map((path) =>
  armOperation({
    id: 'arm/get-provider',
    method: 'GET',
    path,
    armType: armTypes.providers,
    summary: 'One resource provider: its state, its types and their api-versions',
    source: 'https://learn.microsoft.com/rest/api/resources/providers/get',
    handle: ({ world, params: { subscriptionId, namespace = '' } }) => {
      const known = findNamespace(namespace)
      if (known === undefined) throw refuse(faults.invalidNamespace(namespace))
      return { status: 200, body: providerShape(world, known, subscriptionId) }
    },
  }),
)
