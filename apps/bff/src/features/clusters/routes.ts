import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import type { Arm } from '../../ports.ts'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { listClusters } from './list-clusters.ts'

export function registerClusterRoutes(app: FastifyInstance, { arm }: { readonly arm: Arm }): void {
  registerEndpoint(app, endpoints.listClusters, ({ caller }) => listClusters(arm, caller))
  registerEndpoint(app, endpoints.readCluster, ({ caller, params }) => arm.readCluster(caller, params))
}
