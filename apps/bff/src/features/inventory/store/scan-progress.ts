import type { InventoryScan, UpstreamRequests } from '@trustwright/shared-schemas'
import type { ScanCounts } from './scan-counts.ts'

/** How far a run is, as it is stored. */
export interface ScanProgress extends ScanCounts {
  readonly state: 'running' | 'waiting'
  readonly waitingFor: InventoryScan['waitingFor']
  readonly waitingUntil: Date | null
  readonly requests: UpstreamRequests
  readonly leastRequests: number | null
  readonly perSecond: number | null
  readonly secondsLeft: number | null
}
