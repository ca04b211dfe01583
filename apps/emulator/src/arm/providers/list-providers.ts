import type { Operation } from '../../kernel/operation.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { pageOf } from '../core/paging.ts'
import { providerNamespaces, providerShape } from './provider-shape.ts'

/** Of a subscription, and of the tenant. */
export const listProviders: readonly Operation[] = [
  '/subscriptions/{subscriptionId}/providers',
  '/providers',
].map((path) =>
  armOperation({
    id: 'arm/list-providers',
    method: 'GET',
    path,
    armType: armTypes.providers,
    summary: 'Resource providers with their types and api-versions',
    source: 'https://learn.microsoft.com/rest/api/resources/providers/list',
    handle: ({ request, world, params: { subscriptionId } }) => ({
      status: 200,
      body: pageOf(
        request,
        providerNamespaces,
        (namespace) => namespace,
        (namespace) => providerShape(world, namespace, subscriptionId),
      ),
    }),
  }),
)
