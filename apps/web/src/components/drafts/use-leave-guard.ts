import { useBlocker } from '@tanstack/react-router'
import { readSessionLost } from '../../api/session-lost.ts'
import type { SaveState } from './draft-saver.ts'

/** Asks before the wizard is left, and only while the server does not have what is on the screen. */
export function useLeaveGuard(save: SaveState) {
  const isUnsaved = save.state === 'failed' || save.state === 'conflict'
  return useBlocker({
    shouldBlockFn: ({ current, next }) => isUnsaved && next.routeId !== current.routeId,
    // Signing in again comes back to this page, where what is kept in the tab goes on.
    enableBeforeUnload: () => isUnsaved && readSessionLost() === null,
    withResolver: true,
  })
}
