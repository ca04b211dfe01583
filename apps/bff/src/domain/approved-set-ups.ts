import type { GuardrailRefusal, SetUpItem, TrustParent } from '@trustwright/shared-schemas'
import type { Caller, RoleDefinition } from '../ports.ts'
import type { Approval } from './approval.ts'
import type { Guard } from './guardrails.ts'

interface MadeTrust {
  readonly parent: TrustParent
  readonly trustName: string
}

export type ApprovedEnd =
  | { readonly state: 'running' }
  | { readonly state: 'made'; readonly made: readonly MadeTrust[] }
  /** Something is missing: why, of the first step that was not done, or of the run as a whole. */
  | {
      readonly state: 'left'
      readonly made: readonly MadeTrust[]
      readonly code: string
      readonly detail: string
    }

/** Set-ups that somebody asks for and an administrator begins. */
export interface ApprovedSetUps {
  /** Throws SET_UP_ROWS_REFUSED where a row breaks a rule that no right lifts. */
  check(caller: Caller, items: readonly SetUpItem[]): Promise<void>
  /** What the portal's rules refuse of it, each once. */
  refusals(caller: Caller, items: readonly SetUpItem[], guard: Guard): Promise<readonly GuardrailRefusal[]>
  /** Null where the caller may not read it, or there is none. */
  definitionOf(
    caller: Caller,
    role: { readonly scope: string; readonly roleId: string },
  ): Promise<RoleDefinition | null>
  /** Begins the run as the caller. Throws SET_UP_ROWS_REFUSED, SET_UP_LIMIT_REACHED. */
  begin(
    caller: Caller,
    asked: { readonly runId: string; readonly items: readonly SetUpItem[]; readonly approval: Approval },
  ): Promise<void>
  /** How the run stands, whoever began it; null where it never began. */
  endOf(runId: string): Promise<ApprovedEnd | null>
}
