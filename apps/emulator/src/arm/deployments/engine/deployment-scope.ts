/** Where a deployment goes: a resource group, or a whole subscription. */
export interface DeploymentScope {
  subscriptionId: string
  resourceGroup: string | undefined
}

/** Id of the scope, as the resource manager spells it. */
export function scopeId({ subscriptionId, resourceGroup }: DeploymentScope): string {
  const subscription = `/subscriptions/${subscriptionId}`
  return resourceGroup === undefined ? subscription : `${subscription}/resourceGroups/${resourceGroup}`
}

export const deploymentType = 'Microsoft.Resources/deployments'
export const groupType = 'Microsoft.Resources/resourceGroups'

export function isType(type: string, wanted: string): boolean {
  return type.toLowerCase() === wanted.toLowerCase()
}

export function deploymentId(scope: DeploymentScope, name: string): string {
  return `${scopeId(scope)}/providers/${deploymentType}/${name}`
}

/**
 * Id of a resource at a scope. Type `Microsoft.A/b/c` and name `x/y` make `/providers/Microsoft.A/b/x/c/y`; the old
 * form of extension resources, `Microsoft.A/b/providers/c` with `x/Microsoft.D/y`, comes out right too.
 */
export function resourceIdAt(base: string, type: string, name: string): string {
  const [namespace = '', ...types] = type.split('/')
  const names = name.split('/')
  const pairs = types.map((segment, index) => `/${segment}/${names[index] ?? ''}`).join('')
  return isType(type, groupType) ? `${base}${pairs}` : `${base}/providers/${namespace}${pairs}`
}

/** Type of a resource by its id: the last provider in it and every other segment after. */
export function typeOfId(id: string): string {
  const last = id.split(/\/providers\//i).at(-1) ?? ''
  if (!/\/providers\//i.test(id)) return groupType
  const segments = last.split('/')
  return segments.filter((_, index) => index === 0 || index % 2 === 1).join('/')
}

/** Names of a resource by its id, joined by slashes. */
export function nameOfId(id: string): string {
  if (!/\/providers\//i.test(id)) return id.split('/').at(-1) ?? ''
  const segments =
    id
      .split(/\/providers\//i)
      .at(-1)
      ?.split('/') ?? []
  return segments.filter((_, index) => index > 0 && index % 2 === 0).join('/')
}
