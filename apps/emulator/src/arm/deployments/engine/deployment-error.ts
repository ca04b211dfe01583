import { toText, type JsonObject } from '../language/json.ts'
import { ExpressionError, FunctionNotEmulated } from '../language/expression-error.ts'
import { placeOf } from '../template/template-refusal.ts'
import type { PlannedResource } from './planned-resource.ts'

/** Makes a deployment fail; `detail` is what its error shows. */
export class DeploymentError extends Error {
  readonly detail: JsonObject

  constructor(detail: JsonObject) {
    super(toText(detail.message))
    this.name = 'DeploymentError'
    this.detail = detail
  }
}

/** What a deployment shows of an evaluation that failed while it ran. Undefined for a defect of the emulator. */
export function detailOf(error: unknown, resource: PlannedResource): JsonObject | undefined {
  if (error instanceof DeploymentError) return error.detail
  const { id, position } = resource
  if (error instanceof FunctionNotEmulated) {
    const message = `The emulator does not imitate the template function '${error.functionName}'.`
    return { code: 'NotEmulated', target: id, message }
  }
  if (!(error instanceof ExpressionError)) return undefined
  return {
    code: 'InvalidTemplate',
    target: id,
    message: `Unable to process template language expressions for resource '${id}'${placeOf(position)}. '${error.message}'`,
    additionalInfo: [
      {
        type: 'TemplateViolation',
        info: { lineNumber: position?.line ?? 0, linePosition: position?.column ?? 0, path: '' },
      },
    ],
  }
}

/** Source: https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/overview */
export function deploymentFailed(id: string, details: readonly JsonObject[]): JsonObject {
  return {
    code: 'DeploymentFailed',
    target: id,
    message:
      'At least one resource deployment operation failed. Please list deployment operations for details. Please see https://aka.ms/arm-deployment-operations for usage details.',
    details: [...details],
  }
}
