import type { ErrorCode } from '@trustwright/shared-schemas'
import type { IdentityFormValues } from './identity-form.ts'

/** The part of an `ApiProblem` that says where it belongs. */
export interface PlaceableProblem {
  readonly code: ErrorCode
  readonly fields: readonly { readonly path: string; readonly message: string }[]
  readonly problem: { readonly detail: string; readonly nextStep: string }
}

export interface PlacedError {
  readonly path: keyof IdentityFormValues
  readonly message: string
}

/** Where a refusal belongs; empty when to no field. `step`: which of the two requests was refused. */
export function placeIdentityProblem(problem: PlaceableProblem, step: 'group' | 'identity'): PlacedError[] {
  const sentence = `${problem.problem.detail} ${problem.problem.nextStep}`.trim()
  if (problem.code === 'RESOURCE_GROUP_EXISTS') return [{ path: 'newGroupName', message: sentence }]
  if (problem.code === 'IDENTITY_EXISTS') return [{ path: 'identityName', message: sentence }]
  if (problem.code !== 'INPUT_REFUSED') return []
  return problem.fields.flatMap(({ path, message }) => {
    const field = fieldOf(path, step)
    return field === null ? [] : [{ path: field, message }]
  })
}

function fieldOf(serverPath: string, step: 'group' | 'identity'): keyof IdentityFormValues | null {
  const last = serverPath.split(/[./]+/).at(-1)
  if (last === 'location') return step === 'group' ? 'newGroupLocation' : 'location'
  if (last === 'name') return 'newGroupName'
  if (last === 'identityName') return 'identityName'
  return last === 'resourceGroup' ? 'existingGroup' : null
}
