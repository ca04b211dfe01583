import { askArm, readTenant } from '../tenant.ts'

const version = '?api-version=2025-10-01'

/** Where a cluster of that name lies, in the seeded group of the first subscription. */
export async function clusterId(name: string): Promise<string> {
  const [subscription] = (await readTenant()).subscriptions
  if (subscription === undefined) throw new Error('The seed has no subscription.')
  const group = `/subscriptions/${subscription.subscriptionId}/resourceGroups/rg-pay-dev`
  return `${group}/providers/Microsoft.ContainerService/managedClusters/${name}`
}

/** Makes a cluster that gives its pods tokens. Returns what deletes it. */
export async function makeCluster(name: string): Promise<() => Promise<void>> {
  const path = `${await clusterId(name)}${version}`
  const properties = {
    oidcIssuerProfile: { enabled: true },
    securityProfile: { workloadIdentity: { enabled: true } },
  }
  const { status, body } = await askArm('PUT', path, { location: 'westeurope', properties })
  if (status !== 201) throw new Error(`Making the cluster answered ${status}: ${JSON.stringify(body)}`)
  return async () => void (await askArm('DELETE', path))
}
