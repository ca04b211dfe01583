import { isRecord, type ArmAnswer, type ArmTest, type TestCaller } from '../../testing/testing-client.ts'
import { payGroup } from '../../testing/testing-places.ts'

export const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#'

/** A template with what every template needs. */
export function template(parts: Record<string, unknown>): Record<string, unknown> {
  return { $schema: schema, contentVersion: '1.0.0.0', resources: [], ...parts }
}

export function deploymentPath(name: string, scope = payGroup): string {
  return `${scope}/providers/Microsoft.Resources/deployments/${name}`
}

export function withVersion(path: string, version = '2022-09-01'): string {
  return `${path}?api-version=${version}`
}

let count = 0

/** A deployment name no other test of the file uses. */
export function freshDeployment(): string {
  count += 1
  return `main-${count}`
}

interface DeployOptions {
  as?: TestCaller
  scope?: string
  name?: string
  location?: string
  mode?: 'Incremental' | 'Complete'
  parameters?: Record<string, unknown>
}

/** The body of a deployment. Parameters are given as plain values. */
export function deploymentBody(
  template: unknown,
  { location, mode = 'Incremental', parameters = {} }: DeployOptions = {},
): Record<string, unknown> {
  const given = Object.entries(parameters).map(([name, value]) => [name, { value }])
  return {
    ...(location === undefined ? {} : { location }),
    properties: { mode, template, parameters: Object.fromEntries(given) },
  }
}

/** Deploys and waits for the end; gives the deployment, or the refusal of its PUT. */
export async function deploy(
  arm: ArmTest,
  template: unknown,
  options: DeployOptions = {},
): Promise<ArmAnswer> {
  const { as = 'developer', scope = payGroup, name = freshDeployment() } = options
  const path = withVersion(deploymentPath(name, scope))
  const accepted = await arm.call('PUT', path, { as, body: deploymentBody(template, options) })
  if (accepted.status >= 300) return accepted
  const status = new URL(accepted.headers.get('azure-asyncoperation') ?? '')
  for (;;) {
    const { body } = await arm.call('GET', `${status.pathname}${status.search}`, { as })
    const state = isRecord(body) ? body.status : undefined
    if (state !== 'Accepted' && state !== 'Running') return arm.call('GET', path, { as })
  }
}

/** Properties of a deployment in an answer. */
export function propertiesOf({ body }: ArmAnswer): Record<string, unknown> {
  const properties = isRecord(body) ? body.properties : undefined
  return isRecord(properties) ? properties : {}
}

/** Values of a deployment's outputs. */
export function outputsOf(answer: ArmAnswer): Record<string, unknown> {
  const { outputs } = propertiesOf(answer)
  const entries = Object.entries(isRecord(outputs) ? outputs : {}).map(([name, output]) => [
    name,
    isRecord(output) ? output.value : undefined,
  ])
  return Object.fromEntries(entries)
}

export const identityType = 'Microsoft.ManagedIdentity/userAssignedIdentities'
export const credentialType = `${identityType}/federatedIdentityCredentials`

/** A credential of a GitHub environment, as a resource of a template. */
export function credentialResource(
  name: string,
  environment: string,
  fields: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    type: credentialType,
    apiVersion: '2024-11-30',
    name,
    properties: {
      issuer: 'https://token.actions.githubusercontent.com',
      subject: `repo:octo-org/octo-repo:environment:${environment}`,
      audiences: ['api://AzureADTokenExchange'],
    },
    ...fields,
  }
}

export function identityResource(
  name: string,
  fields: Record<string, unknown> = {},
): Record<string, unknown> {
  return { type: identityType, apiVersion: '2024-11-30', name, location: 'westeurope', ...fields }
}
