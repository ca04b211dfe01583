import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { faults } from '../core/faults.ts'
import { providerNamespaces, providerShape } from './provider-shape.ts'
import { refuse } from '../core/refusal.ts'

export const getProvider = armOperation({
  id: 'arm/get-provider',
  method: 'GET',
  path: '/subscriptions/{subscriptionId}/providers/{namespace}',
  armType: armTypes.providers,
  summary: 'One resource provider: its types and their api-versions',
  source: 'https://learn.microsoft.com/rest/api/resources/providers/get',
  handle: ({ params: { subscriptionId = '', namespace = '' } }) => {
    const known = providerNamespaces.find((name) => name.toLowerCase() === namespace.toLowerCase())
    if (known === undefined) throw refuse(faults.invalidNamespace(namespace))
    return { status: 200, body: providerShape(known, subscriptionId) }
  },
})
