import type { WriteQueue } from '../../domain/write-queue.ts'
import type { Arm, Audit } from '../../ports.ts'

export interface SubscriptionDeps {
  readonly arm: Arm
  readonly audit: Audit
  readonly writes: WriteQueue
  readonly regionsWithoutTrusts: readonly string[]
}
