import { note, oneOrSeveral, workload } from '../build-reading.ts'
import type { FoundReading } from '../paste-reading.ts'
import { isValues, listOf, textAt, valueAt } from '../values.ts'

/** Inputs under which tasks name a service connection of Azure. https://learn.microsoft.com/azure/devops/pipelines/tasks/reference/ */
const inputs = [
  'azureSubscription',
  'connectedServiceName',
  'connectedServiceNameARM',
  'azureResourceManagerConnection',
  'azureServiceConnection',
  'backendServiceArm',
  'environmentServiceNameAzureRM',
  'azureSubscriptionEndpoint',
] as const

/** A pipeline of Azure DevOps: one answer for each service connection that its tasks name. */
export function readAzurePipelines(document: unknown): FoundReading | null {
  if (!isPipeline(document)) return null
  const names = new Set<string>()
  collect(document, names, 0)
  const connections = [...names].filter((name) => !/^\$[([{]|\$\{\{/.test(name))
  const shown = note(
    'read-issuer',
    'Issuer and subject stand in the service connection, under Workload identity federation details. Paste both from there.',
  )
  const readings = connections.map((connection) =>
    workload('azure-devops', { connection }, `Azure DevOps service connection ${connection}`, {
      notes: [shown],
    }),
  )
  if (readings.length === 0) {
    const computed = note(
      'computed',
      'No task names a service connection that is written out. Open the one that it uses.',
    )
    return workload('azure-devops', {}, 'Azure DevOps pipeline', { notes: [computed, shown] })
  }
  return oneOrSeveral(readings, (count) => `Azure DevOps pipeline with ${count} service connections`)
}

function isPipeline(document: unknown): boolean {
  if (!isValues(document) || document['apiVersion'] !== undefined) return false
  const text = ['pool', 'trigger', 'pr', 'stages', 'jobs', 'steps', 'extends', 'resources'].filter(
    (key) => key in document,
  )
  const tasks = listOf(document['steps']).some((step) => textAt(step, 'task') !== undefined)
  const lists =
    Array.isArray(document['jobs']) ||
    listOf(document['stages']).some((stage) => textAt(stage, 'stage', 'template') !== undefined)
  return tasks || lists || (text.includes('pool') && text.length > 1 && isValues(valueAt(document, 'pool')))
}

function collect(value: unknown, names: Set<string>, depth: number): void {
  if (depth > 14 || names.size > 50) return
  if (Array.isArray(value)) for (const item of value) collect(item, names, depth + 1)
  if (!isValues(value)) return
  for (const input of inputs) {
    const name = value['task'] === undefined ? undefined : textAt(value['inputs'], input)
    if (name !== undefined) names.add(name)
  }
  for (const inner of Object.values(value)) collect(inner, names, depth + 1)
}
