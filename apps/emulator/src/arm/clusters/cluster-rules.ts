import type { World } from '../../kernel/world.ts'
import { isObject, optionalObject, type JsonObject } from '../core/parse-body.ts'
import { refuse, type ArmFault } from '../core/refusal.ts'

/** Refusals of Microsoft.ContainerService. Codes and texts (u). */
export const clusterFaults = {
  issuerStays: (): ArmFault => ({
    status: 400,
    code: 'OIDCIssuerFeatureCannotBeDisabled',
    message: 'The OIDC issuer feature cannot be disabled once it is enabled.',
  }),
  needsIssuer: (): ArmFault => ({
    status: 400,
    code: 'OIDCIssuerRequired',
    message: 'Workload identity needs the OIDC issuer to be enabled.',
  }),
  name: (name: string): ArmFault => ({
    status: 400,
    code: 'InvalidParameter',
    message: `The cluster name '${name}' is not valid. It has 1 to 63 letters, digits, '-' or '_', and starts and ends with a letter or digit.`,
  }),
} as const

interface Place {
  name: string
  location: string
  tenantId: string
}

/**
 * `properties` of a cluster after a PUT: what was sent, with what the provider works out. A cluster keeps its issuer.
 * Source: https://learn.microsoft.com/azure/aks/use-oidc-issuer
 */
export function clusterProperties(
  body: JsonObject,
  before: JsonObject | undefined,
  { name, location, tenantId }: Place,
  world: World,
): JsonObject {
  const given = optionalObject(body, 'properties') ?? {}
  const issuer = issuerProfile(given, before, () => {
    return `https://${location}.oic.prod-aks.azure.com/${tenantId}/${world.newGuid()}/`
  })
  const security = optionalObject(given, 'securityProfile') ?? before?.securityProfile
  const workload = isObject(security) ? security.workloadIdentity : undefined
  if (isObject(workload) && workload.enabled === true && issuer.enabled !== true) {
    throw refuse(clusterFaults.needsIssuer())
  }
  const dnsPrefix = typeof given.dnsPrefix === 'string' ? given.dnsPrefix : `${name}-dns`
  return {
    kubernetesVersion: '1.34.1',
    agentPoolProfiles: [],
    nodeResourceGroup: `MC_${name}_${location}`,
    ...before,
    ...given,
    provisioningState: 'Succeeded',
    powerState: { code: 'Running' },
    dnsPrefix,
    fqdn: before?.fqdn ?? `${dnsPrefix}-${world.newGuid().slice(0, 8)}.hcp.${location}.azmk8s.io`,
    enableRBAC: true,
    servicePrincipalProfile: { clientId: 'msi' },
    oidcIssuerProfile: issuer,
    ...(security === undefined ? {} : { securityProfile: security }),
  }
}

function issuerProfile(given: JsonObject, before: JsonObject | undefined, make: () => string): JsonObject {
  const wanted = optionalObject(given, 'oidcIssuerProfile')
  const present = isObject(before?.oidcIssuerProfile) ? before.oidcIssuerProfile : undefined
  if (present?.enabled === true) {
    if (wanted?.enabled === false) throw refuse(clusterFaults.issuerStays())
    return present
  }
  return wanted?.enabled === true ? { enabled: true, issuerURL: make() } : { enabled: false }
}
