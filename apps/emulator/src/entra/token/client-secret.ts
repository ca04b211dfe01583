import type { Application } from '../../kernel/entities/directory.ts'
import { invalidClient } from '../core/refusal.ts'
import { hashOf } from '../core/secrets.ts'

/** Throws unless the secret is one of the application's and is valid now. */
export function requireSecret(secret: string, application: Application, now: number): void {
  const { passwordCredentials, appId } = application
  const hash = hashOf(secret)
  const known = passwordCredentials.filter((each) => each.hash === hash)
  if (known.length === 0) throw wrongSecret(appId)
  if (known.some(({ startAt, endAt }) => startAt <= now && now < endAt)) return
  throw invalidClient(
    7000222,
    `The provided client secret keys for app '${appId}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.`,
  )
}

/** Also what a managed identity answers: it cannot hold secrets. */
export function wrongSecret(appId: string) {
  return invalidClient(
    7000215,
    `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${appId}'.`,
  )
}
