import { expressionErrors } from '../expression-error.ts'
import type { DeploymentPlace } from '../evaluation-context.ts'
import { anyNumber, takes, type Args, type FunctionDefinition } from './definition.ts'

/**
 * Functions that compose resource ids.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource#resourceid
 */
export const resourceIdFunctions: Record<string, FunctionDefinition> = {
  resourceid: takes(2, (args, { place }) => resourceId(args, place), anyNumber),
  subscriptionresourceid: takes(
    2,
    (args, { place }) => {
      const { before, typed } = splitArguments(args)
      return resourcePath(args, `/subscriptions/${before[0] ?? place.subscriptionId}`, typed)
    },
    anyNumber,
  ),
  tenantresourceid: takes(2, (args) => resourcePath(args, '', splitArguments(args).typed), anyNumber),
  extensionresourceid: takes(
    3,
    (args) => {
      const [scope = '', ...typed] = args.texts()
      return resourcePath(args, scope.replace(/\/$/, ''), typed)
    },
    anyNumber,
  ),
}

function resourceId(args: Args, place: DeploymentPlace): string {
  const { before, typed } = splitArguments(args)
  const [first, second] = before
  const subscriptionId = before.length > 1 || isGuid(first) ? first : place.subscriptionId
  const group = second ?? (isGuid(first) ? undefined : first) ?? place.resourceGroup
  const scope = `/subscriptions/${subscriptionId}${group === undefined ? '' : `/resourceGroups/${group}`}`
  return resourcePath(args, scope, typed)
}

function isGuid(text: string | undefined): boolean {
  return text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}

/** What comes before the type (subscription, group), and the type with the names. The type alone holds a slash. */
function splitArguments(args: Args): { before: string[]; typed: string[] } {
  const texts = args.texts()
  const at = texts.findIndex((text) => text.includes('/'))
  if (at === -1 || at > 2) {
    throw args.problem('one of its first three arguments has to be a fully qualified resource type')
  }
  return { before: texts.slice(0, at), typed: texts.slice(at) }
}

function resourcePath(args: Args, scope: string, [type = '', ...names]: readonly string[]): string {
  const [namespace = '', ...types] = type.split('/').filter((segment) => segment !== '')
  if (types.length === 0 || types.length !== names.length) {
    throw expressionErrors.nameCount(args.functionName, type, types.length)
  }
  const pairs = types.map((segment, index) => `/${segment}/${names[index]}`).join('')
  const isGroup = /^\/subscriptions\/[^/]+$/i.test(scope) && type.toLowerCase() === groupType
  return isGroup ? `${scope}${pairs}` : `${scope}/providers/${namespace}${pairs}`
}

const groupType = 'microsoft.resources/resourcegroups'
