import { presetById, type PresetId } from '@trustwright/federation'
import type { ErrorCode } from '@trustwright/shared-schemas'
import { mainField } from './trust-change.ts'
import { asksForAudience } from '../../components/workload/trust-form.ts'

/** The part of an `ApiProblem` that says where it belongs. */
export interface PlaceableProblem {
  readonly code: ErrorCode
  readonly fields: readonly { readonly path: string; readonly message: string }[]
  readonly problem: { readonly detail: string; readonly nextStep: string }
}

export interface PlacedError {
  /** Path in the form's values, or `root.claims` for the subject area. */
  readonly path: string
  readonly message: string
}

/**
 * Where on the form of a new trust a refusal of the server belongs. Empty when it concerns no field: then it is shown
 * above the button, whole.
 */
export function placeCreateProblem(problem: PlaceableProblem, presetId: PresetId): PlacedError[] {
  const sentence = `${problem.problem.detail} ${problem.problem.nextStep}`.trim()
  if (problem.code === 'TRUST_NAME_TAKEN') return [{ path: 'name', message: sentence }]
  if (problem.code === 'TRUST_PAIR_TAKEN') return [{ path: 'root.claims', message: sentence }]
  if (problem.code !== 'INPUT_REFUSED') return []
  return problem.fields.map(({ path, message }) => ({ path: createPath(path, presetId), message }))
}

/** Same for the form that changes the raw strings of a stored trust. */
export function placeChangeProblem(
  problem: PlaceableProblem,
  kind: 'classic' | 'flexible' = 'classic',
): PlacedError[] {
  const sentence = `${problem.problem.detail} ${problem.problem.nextStep}`.trim()
  if (problem.code === 'TRUST_PAIR_TAKEN') return [{ path: mainField(kind), message: sentence }]
  if (problem.code !== 'INPUT_REFUSED') return []
  return problem.fields.map(({ path, message }) => ({ path: rawPath(path), message }))
}

/** The server speaks of issuer, subject and audiences; the form asks for a preset's fields. */
function createPath(serverPath: string, presetId: PresetId): string {
  const field = rawPath(serverPath)
  if (field === 'name' || field === 'description') return field
  if (field === 'audience') return asksForAudience(presetId) ? `fields.${presetId}.audience` : 'audience'
  return presetById(presetId).fieldKeys.includes(field) ? `fields.${presetId}.${field}` : 'root.claims'
}

const known = new Set(['name', 'issuer', 'subject', 'expression', 'description'])

/** `body.audiences.0`, `/audiences/0` and `audiences[0]` all mean the one audience. */
function rawPath(serverPath: string): string {
  const first = serverPath.split(/[./[\]]+/).find((part) => part !== '' && part !== 'body') ?? ''
  if (first === 'audiences') return 'audience'
  return known.has(first) ? first : 'root.claims'
}
