import type { Administrators } from '../domain/administrators.ts'
import type { Audit, Clock } from '../ports.ts'
import type { SessionStore } from '../sessions/session-store.ts'
import type { EntraFacts } from './entra-metadata.ts'
import type { MsalClientFactory } from './msal-client.ts'
import type { Attempt, SignInAttempts } from './sign-in-attempts.ts'

export interface SignInParts {
  readonly tenantId: string
  readonly clientId: string
  readonly redirectUri: string
  readonly scopes: readonly string[]
  readonly entra: EntraFacts
  readonly msal: MsalClientFactory
  readonly attempts: SignInAttempts<Attempt>
  readonly sessions: SessionStore
  readonly administrators: Administrators
  readonly audit: Audit
  readonly clock: Clock
}
