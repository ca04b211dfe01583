import type { EvaluationContext } from '../language/evaluation-context.ts'
import type { JsonObject } from '../language/json.ts'
import type { Position } from '../template/read-json.ts'
import type { DeploymentScope } from './deployment-scope.ts'

/** One resource of a template with all that is known before the first write: what it is, and what it waits for. */
export interface PlannedResource {
  id: string
  /** The id in lower case. */
  key: string
  type: string
  /** Whole name, with the parents' names before it. */
  name: string
  apiVersion: string
  symbolicName: string | undefined
  /** Name of its copy loop, lower case. */
  loop: string | undefined
  copyIndex: number
  /** Only read, never written. */
  isExisting: boolean
  /** Its condition does not hold. */
  isSkipped: boolean
  /** As the template writes it. */
  source: JsonObject
  /** What its expressions see: the template's context with the indexes of its loops. */
  context: EvaluationContext
  position: Position | undefined
  scope: DeploymentScope
  /** Keys of the resources that have to be finished first. */
  dependsOn: readonly string[]
}
