import type { World } from '../kernel/world.ts'

/** `now` in ISO 8601; `offsetSeconds` ahead of the machine's clock. */
export function clockState({ clock }: World): { now: string; offsetSeconds: number } {
  return { now: new Date(clock.now()).toISOString(), offsetSeconds: clock.offset() / 1000 }
}
