import type { Arm } from '../../ports.ts'

export interface AccessDeps {
  readonly arm: Pick<Arm, 'listSubscriptions' | 'listAssignments' | 'readRoleDefinition'>
}
