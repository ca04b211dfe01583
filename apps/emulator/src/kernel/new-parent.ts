import type { World } from './world.ts'

/** Whether a write of a credential does not find its parent yet. */
export function isNewParent({ clock, reality }: World, createdAt: number): boolean {
  return clock.now() < createdAt + reality.parentVisibilityMs
}
