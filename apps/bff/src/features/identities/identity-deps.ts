import type { WriteQueue } from '../../domain/write-queue.ts'
import type { Arm, Audit } from '../../ports.ts'

export interface IdentityDeps {
  readonly arm: Arm
  readonly audit: Audit
  readonly writes: WriteQueue
}
