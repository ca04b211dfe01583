import type { ManagedIdentity } from '../../kernel/entities/resources.ts'
import { optionalObject, optionalString, wrongType, type JsonObject } from '../core/parse-body.ts'

type Restrictions = Pick<ManagedIdentity, 'isolationScope' | 'assignmentRestrictions'>

/** Versions that carry `isolationScope`: all since this one. */
const isolationSince = '2024-11-30'
const restrictionVersions: readonly string[] = ['2025-05-31-preview', '2026-05-31']

export function knowsIsolation(apiVersion: string): boolean {
  return apiVersion >= isolationSince
}

export function knowsRestrictions(apiVersion: string): boolean {
  return restrictionVersions.includes(apiVersion)
}

/**
 * `properties` of a PUT or PATCH. What is left out, and what the api-version does not know, stays as it was (u).
 * Source: https://github.com/Azure/azure-rest-api-specs (Microsoft.ManagedIdentity, models.tsp).
 */
export function readRestrictions(body: JsonObject, apiVersion: string, before: Restrictions): Restrictions {
  const properties = optionalObject(body, 'properties') ?? {}
  return {
    isolationScope: knowsIsolation(apiVersion)
      ? readIsolation(properties, before.isolationScope)
      : before.isolationScope,
    assignmentRestrictions:
      knowsRestrictions(apiVersion) && 'assignmentRestrictions' in properties
        ? readProviders(properties)
        : before.assignmentRestrictions,
  }
}

function readIsolation(properties: JsonObject, before: Restrictions['isolationScope']) {
  const given = optionalString(properties, 'isolationScope')
  if (given === undefined) return before
  const known = (['None', 'Regional'] as const).find((name) => name.toLowerCase() === given.toLowerCase())
  if (!known) throw wrongType('properties.isolationScope', "'None' or 'Regional'")
  return known
}

function readProviders(properties: JsonObject): Restrictions['assignmentRestrictions'] {
  const restrictions = optionalObject(properties, 'assignmentRestrictions')
  if (!restrictions) return null
  const { providers = [] } = restrictions
  const path = 'properties.assignmentRestrictions.providers'
  if (!Array.isArray(providers)) throw wrongType(path, 'a list of strings')
  return {
    providers: providers.map((provider: unknown) => {
      if (typeof provider !== 'string') throw wrongType(path, 'a list of strings')
      return provider
    }),
  }
}
