import type { PasteContext } from '../paste-context.ts'
import { credential } from '../build-credential.ts'
import type { CredentialReading, PastedTrust } from '../paste-reading.ts'
import { isValues, listOf, textAt, valueAt, valueIn, type Values } from '../values.ts'
import { trustOf } from './credential-json.ts'
import { given } from '../values.ts'

const identityType = 'microsoft.managedidentity/userassignedidentities'
const credentialType = `${identityType}/federatedidentitycredentials`

/** Trusts of an ARM template. Texts are resolved as far as parameters and variables with written-out values go. */
export function readArmTemplate(value: unknown, { cloud }: PasteContext): CredentialReading | null {
  const resources = valueAt(value, 'resources')
  if (!isValues(value) || resources === undefined) return null
  const found = resourcesIn(resources, null, 0).flatMap(({ resource, outer }) => {
    const type = (textAt(resource, 'type') ?? '').toLowerCase()
    const isChild = type === 'federatedidentitycredentials' && outer !== null
    return type === credentialType || isChild ? [ofResource(resource, outer, value, cloud)] : []
  })
  return credential(found.flatMap((trust) => (trust === null ? [] : [trust])))
}

interface Placed {
  readonly resource: Values
  /** Name of the resource around it. */
  readonly outer: string | null
}

/** Resources by list or by symbolic name, nested ones and those of nested deployments included. */
function resourcesIn(resources: unknown, outer: string | null, depth: number): readonly Placed[] {
  if (depth > 5) return []
  const list = isValues(resources) ? Object.values(resources) : listOf(resources)
  return list
    .filter(isValues)
    .flatMap((resource) => [
      { resource, outer },
      ...resourcesIn(valueAt(resource, 'resources') ?? [], textAt(resource, 'name') ?? outer, depth + 1),
      ...resourcesIn(valueIn(resource, 'properties', 'template', 'resources') ?? [], outer, depth + 1),
    ])
}

function ofResource(
  resource: Values,
  outer: string | null,
  template: Values,
  cloud: PasteContext['cloud'],
): PastedTrust | null {
  const name = namesOf(textAt(resource, 'name') ?? '', template)
  const resolved = resolveAll(valueAt(resource, 'properties'), template, 0)
  const identityName =
    name.length > 1 ? name.at(-2) : outer === null ? undefined : namesOf(outer, template).at(-1)
  const own = name.at(-1)
  return trustOf(
    { ...(own === undefined || own === null ? {} : { name: own }), properties: resolved },
    cloud,
    {
      parent: { kind: 'managedIdentity', ...given({ identityName: identityName ?? undefined }) },
      isCertain: true,
    },
  )
}

/** `id/name`, or `[format('{0}/{1}', …)]` and `[concat(…)]` of parts that may be computed. */
function namesOf(text: string, template: Values): readonly (string | null)[] {
  const whole = resolve(text, template)
  if (whole !== null) return whole.split('/')
  const parts = Array.from(
    text.matchAll(/'([^']{0,200})'|(?:parameters|variables)\('[^']{1,100}'\)/g),
    ([found, literal]) => (literal === undefined ? resolve(`[${found}]`, template) : literal),
  )
  return parts.filter((part) => part !== '/' && part !== null && !/\{\d\}/.test(part))
}

function resolveAll(value: unknown, template: Values, depth: number): unknown {
  if (typeof value === 'string') return resolve(value, template)
  if (depth > 8) return null
  if (Array.isArray(value)) return value.map((item) => resolveAll(item, template, depth + 1))
  if (!isValues(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, resolveAll(inner, template, depth + 1)]),
  )
}

/** A literal, or one reference to a parameter or variable that is a literal itself; null for what is computed. */
function resolve(text: string, template: Values): string | null {
  if (text.startsWith('[[')) return text.slice(1)
  if (!text.startsWith('[') || !text.endsWith(']')) return text
  const reference = /^\[(parameters|variables)\('([^']{1,100})'\)\]$/.exec(text)
  if (reference === null) return null
  const [, kind = '', key = ''] = reference
  const found = valueIn(template, kind, key)
  const literal = kind === 'parameters' ? valueAt(found, 'defaultValue') : found
  return typeof literal === 'string' && !literal.startsWith('[') ? literal : null
}
