import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { pageOf } from '../core/paging.ts'
import { providerNamespaces, providerShape } from './provider-shape.ts'

export const listProviders = armOperation({
  id: 'arm/list-providers',
  method: 'GET',
  path: '/subscriptions/{subscriptionId}/providers',
  armType: armTypes.providers,
  summary: 'Resource providers of a subscription',
  source: 'https://learn.microsoft.com/rest/api/resources/providers/list',
  handle: ({ request, params: { subscriptionId = '' } }) => ({
    status: 200,
    body: pageOf(
      request,
      providerNamespaces,
      (namespace) => namespace,
      (namespace) => providerShape(namespace, subscriptionId),
    ),
  }),
})
