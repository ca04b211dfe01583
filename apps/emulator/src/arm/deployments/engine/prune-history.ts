import type { World } from '../../../kernel/world.ts'
import { runState } from './run-state.ts'

/** Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/deployment-history-deletions */
const fullAt = 775
const keptThen = 750

/** Drops the oldest finished deployments of a scope whose history is nearly full, as Azure does by itself. */
export function pruneHistory(world: World, scope: string): void {
  const { deployments } = world.store
  const history = deployments.by('scope', scope.toLowerCase())
  if (history.length <= fullAt) return
  const finished = history
    .filter(({ id }) => !runState(world).running.has(id.toLowerCase()))
    .toSorted((one, other) => startOf(one) - startOf(other))
  world.transaction(() => {
    for (const { id } of finished.slice(0, history.length - keptThen)) deployments.delete(id.toLowerCase())
  })
}

function startOf({ properties: { timestamp } }: { properties: Record<string, unknown> }): number {
  return Date.parse(String(timestamp))
}
