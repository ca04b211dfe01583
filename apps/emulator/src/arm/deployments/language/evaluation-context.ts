import type { Json, JsonObject } from './json.ts'

/** What the functions of an expression can see. Members throw ExpressionError for what is not there. */
export interface EvaluationContext {
  parameter: (name: string) => Json
  variable: (name: string) => Json
  /** State of a resource, by its id, its name or its symbolic name. May throw ReferenceNeeded. */
  reference: (resource: string, apiVersion: string | undefined, full: boolean) => Json
  /** States of all copies of a symbolic name. */
  references: (symbolicName: string, full: boolean) => Json
  /** Where the deployment goes; undefined group at subscription level. */
  place: DeploymentPlace
  /** `[namespace].[name]` in lower case to a function of the template's own. */
  userFunctions: ReadonlyMap<string, UserFunction>
  /** Index by the lower-case name of each copy loop around; `''` is the innermost. */
  copyIndexes: ReadonlyMap<string, number>
  lambdaVariables: ReadonlyMap<string, Json>
  /** How often the loops around run together. */
  iterations: number
  /** Time and random numbers exist in default values of parameters only. */
  chance: { now: number; newGuid: () => string } | undefined
}

/** Facts that `subscription()`, `resourceGroup()`, `deployment()` and others return. */
export interface DeploymentPlace {
  subscriptionId: string
  resourceGroup: string | undefined
  facts: {
    subscription: JsonObject
    resourceGroup: JsonObject | undefined
    tenant: JsonObject
    deployment: JsonObject
    environment: JsonObject
    deployer: JsonObject
  }
}

/** Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/user-defined-functions */
export interface UserFunction {
  parameterNames: readonly string[]
  output: Json
}
