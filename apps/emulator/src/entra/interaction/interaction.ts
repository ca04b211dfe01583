import type { Application } from '../../kernel/entities/directory.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { ClaimsRequest } from '../core/claims-request.ts'
import type { TenantInPath } from '../core/tenant-path.ts'
import type { SignedIn } from './sessions.ts'

/** What a person is signed in for, whether an authorize request or a device code asks for it. */
export interface Interaction {
  tenant: TenantInPath
  client: Application
  scope: string
  prompt: 'login' | 'select_account' | 'consent' | 'create' | 'none' | undefined
  loginHint: string | null
  /** The session that the client wants to go on with. */
  sessionId: string | null
  claims: ClaimsRequest
  /** Address that every form posts to, and fields that every form carries. */
  action: string
  fields: Record<string, string>
  /** Where the pages' forms may lead to besides the emulator. */
  formTargets: readonly string[]
  correlationId: string | undefined
}

/** The next page, or the person once nothing more is asked of them. */
export type Outcome = { page: EmulatorResponse } | { signedIn: SignedIn }
