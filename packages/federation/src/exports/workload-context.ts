import { clouds } from '../model/cloud.ts'
import { nameFrom } from '../model/trust-name.ts'
import type { ExportContext } from './export.ts'

/** What a text for the workload needs: it does not name the parent. */
export type WorkloadContext = Omit<ExportContext, 'parent'>

export function cloudOf(context: Pick<WorkloadContext, 'cloud'>) {
  return clouds[context.cloud ?? 'public']
}

export function authorityOf(context: WorkloadContext): string {
  return withoutSlash(context.authorityHost ?? cloudOf(context).authorityHost)
}

export function armEndpointOf(context: WorkloadContext): string {
  return withoutSlash(context.armEndpoint ?? cloudOf(context).armEndpoint)
}

export function graphEndpointOf(context: WorkloadContext): string {
  return withoutSlash(context.graphEndpoint ?? cloudOf(context).graphEndpoint)
}

export function clientIdOf(context: WorkloadContext): string {
  return context.clientId ?? '<client-id>'
}

/** Options of `@azure/identity` for a cloud or a host that it does not start with, behind the other arguments. */
export function identityOptions(context: WorkloadContext): string {
  const authority = authorityOf(context)
  return authority === clouds.public.authorityHost ? '' : `, { authorityHost: ${JSON.stringify(authority)} }`
}

/** The trust's name as the first part of a file name. */
export function fileStem(context: WorkloadContext): string {
  return nameFrom([context.trust.name])
}

function withoutSlash(address: string): string {
  return address.endsWith('/') ? address.slice(0, -1) : address
}
