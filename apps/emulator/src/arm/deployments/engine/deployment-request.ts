import { faults } from '../../core/faults.ts'
import { refuse } from '../../core/refusal.ts'
import { isObject, member, type Json, type JsonObject, toText } from '../language/json.ts'
import { readJson } from '../template/read-json.ts'
import { readTemplate, type Template } from '../template/read-template.ts'
import { missingMember, wrongMember } from '../template/template-refusal.ts'
import { deploymentFaults } from './deployment-faults.ts'
import { deploymentId, type DeploymentScope } from './deployment-scope.ts'

export type DeploymentMode = 'Incremental' | 'Complete'

/** What a caller asks for: a template with parameters, deployed under a name to a scope. */
export interface DeploymentRequest {
  id: string
  name: string
  scope: DeploymentScope
  location: string | undefined
  tags: Record<string, string> | undefined
  mode: DeploymentMode
  template: Template
  /** `{ name: { value } }` as it was sent. */
  given: JsonObject
  /** What a what-if shows. */
  resultFormat: 'FullResourcePayloads' | 'ResourceIdOnly'
}

/**
 * Reads the body of a deployment, validation or what-if. Throws InvalidRequestContent, InvalidDeployment or
 * InvalidTemplate; NotEmulated for templates by link and for rollbacks.
 * Source: https://learn.microsoft.com/rest/api/resources/deployments/create-or-update
 */
export function readDeploymentRequest(body: string, name: string, scope: DeploymentScope): DeploymentRequest {
  const { value, positions } = readJson(body)
  if (!isObject(value)) throw wrongMember('', 'an object', undefined)
  const properties = member(value, 'properties')
  if (!isObject(properties)) throw missingMember('properties', '', positions.get(value))
  const location = readLocation(member(value, 'location'), name, scope)
  demandEmulated(properties)
  const template = member(properties, 'template')
  if (template === undefined || template === null) throw refuse(deploymentFaults.noTemplate())
  const given = member(properties, 'parameters') ?? {}
  if (!isObject(given)) throw wrongMember('properties.parameters', 'an object', positions.get(properties))
  return {
    id: deploymentId(scope, name),
    name,
    scope,
    location,
    tags: readTags(member(value, 'tags')),
    mode: readMode(member(properties, 'mode'), scope),
    template: readTemplate(template, positions),
    given: unwrapped(given),
    resultFormat: readFormat(properties),
  }
}

/** Azure demands it of a subscription's deployments and refuses it for a group's. */
function readLocation(value: Json | undefined, name: string, scope: DeploymentScope): string | undefined {
  const location = typeof value === 'string' && value.trim() !== '' ? value : undefined
  if (scope.resourceGroup === undefined && location === undefined) {
    throw refuse(deploymentFaults.locationMissing(name))
  }
  if (scope.resourceGroup !== undefined && location !== undefined) {
    throw refuse(deploymentFaults.locationNotAllowed(name))
  }
  return location?.toLowerCase().replaceAll(' ', '')
}

const notEmulated: Record<string, string> = {
  templateLink: 'templates by link',
  parametersLink: 'parameters by link',
  onErrorDeployment: 'rolling back to another deployment',
  extensionConfigs: 'deployments with extensions',
  externalInputs: 'deployments with external inputs',
}

function demandEmulated(properties: JsonObject): void {
  for (const [name, what] of Object.entries(notEmulated)) {
    const value = member(properties, name)
    if (value !== undefined && value !== null) throw refuse(faults.notEmulated(what))
  }
}

function readMode(value: Json | undefined, scope: DeploymentScope): DeploymentMode {
  const mode = typeof value === 'string' ? value.toLowerCase() : undefined
  if (mode === 'incremental') return 'Incremental'
  if (mode !== 'complete') throw missingMember('mode', 'properties', undefined)
  if (scope.resourceGroup === undefined) throw refuse(deploymentFaults.completeNotAllowed())
  return 'Complete'
}

function readTags(value: Json | undefined): Record<string, string> | undefined {
  if (!isObject(value)) return undefined
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, toText(text)]))
}

/** A whole parameters file is accepted in the place of its `parameters`. */
function unwrapped(given: JsonObject): JsonObject {
  const inner = member(given, 'parameters')
  return member(given, '$schema') !== undefined && isObject(inner) ? inner : given
}

function readFormat(properties: JsonObject): DeploymentRequest['resultFormat'] {
  const settings = member(properties, 'whatIfSettings')
  const format = isObject(settings) ? member(settings, 'resultFormat') : undefined
  return toText(format).toLowerCase() === 'resourceidonly' ? 'ResourceIdOnly' : 'FullResourcePayloads'
}
