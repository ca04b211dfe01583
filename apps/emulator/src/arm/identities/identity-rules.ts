import { faults } from '../core/faults.ts'
import { optionalObject, optionalString, type JsonObject } from '../core/parse-body.ts'
import { refuse } from '../core/refusal.ts'

/** Throws NotEmulated for properties whose effect is not imitated, rather than losing them silently. */
export function demandPlainProperties(body: JsonObject): void {
  const properties = optionalObject(body, 'properties') ?? {}
  const isolationScope = optionalString(properties, 'isolationScope') ?? 'None'
  if (isolationScope !== 'None') throw refuse(faults.notEmulated(`the isolation scope '${isolationScope}'`))
  const { providers } = optionalObject(properties, 'assignmentRestrictions') ?? {}
  if (Array.isArray(providers) && providers.length > 0) {
    throw refuse(faults.notEmulated('assignment restrictions'))
  }
}
