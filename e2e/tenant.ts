import { forgetSession } from './sessions.ts'

export type Role = 'developer' | 'admin' | 'reader'

interface Account {
  role: Role
  username: string
  password: string
}

interface Tenant {
  tenantId: string
  subscriptions: { subscriptionId: string; displayName: string }[]
  automation: { clientId: string; clientSecret: string }
  accounts: Account[]
  issuers: { github: string; cluster: string }
}

/** The seeded tenant, as the emulator tells it. */
export async function readTenant(): Promise<Tenant> {
  const response = await fetch(`${emulator()}/_emulator/tenant`)
  const tenant: Tenant = await response.json()
  return tenant
}

/** The first seeded account of each role. */
export async function accounts(): Promise<Record<Role, Account>> {
  const found = (await readTenant()).accounts
  const first = (role: Role) => {
    const account = found.find((candidate) => candidate.role === role)
    if (account === undefined) throw new Error(`The seed has no ${role}.`)
    return account
  }
  return { developer: first('developer'), admin: first('admin'), reader: first('reader') }
}

/** A token as GitHub would issue it to a run, from the platform's own fields. */
export function mintGitHubToken(fields: Record<string, unknown>): Promise<string> {
  return mintToken('github', fields)
}

/** A token as a cluster would issue it to a pod. */
export function mintClusterToken(fields: { namespace: string; serviceAccount: string }): Promise<string> {
  return mintToken('cluster', fields)
}

/** A token as the platform would issue it, from the platform's own fields. */
export async function mintToken(issuer: string, fields: Readonly<Record<string, unknown>>): Promise<string> {
  const response = await fetch(`${emulator()}/issuers/${issuer}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  })
  if (!response.ok) throw new Error(`Minting answered ${response.status}: ${await response.text()}`)
  const { token }: { token: string } = await response.json()
  return token
}

/** Ends a person's sign-in at Entra: the next use of their tokens is refused. */
export async function endSignIn(role: Role): Promise<void> {
  forgetSession(role)
  const { username } = (await accounts())[role]
  const response = await fetch(`${emulator()}/_emulator/sign-outs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username }),
  })
  if (!response.ok) throw new Error(`Ending the sign-in answered ${response.status}.`)
}

/** GET of ARM by the automation account, as any script would make it. */
export function readFromArm(path: string): Promise<{ status: number; body: unknown }> {
  return askArm('GET', path)
}

/** Any request to ARM by the automation account; `body` is null where there is none. */
export async function askArm(
  method: 'GET' | 'PUT' | 'DELETE',
  path: string,
  wanted?: unknown,
): Promise<{ status: number; body: unknown }> {
  const { tenantId, automation } = await readTenant()
  const answer = await fetch(`${emulator()}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: automation.clientId,
      client_secret: automation.clientSecret,
      scope: 'https://management.azure.com/.default',
    }),
  })
  const { access_token: token }: { access_token: string } = await answer.json()
  const response = await fetch(`${emulator()}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(wanted === undefined ? {} : { body: JSON.stringify(wanted) }),
  })
  const text = await response.text()
  const body: unknown = text === '' ? null : JSON.parse(text)
  return { status: response.status, body }
}

function emulator(): string {
  const origin = process.env.E2E_EMULATOR
  if (origin === undefined)
    throw new Error('The stack is not running: start the journeys with npm run test:e2e.')
  return origin
}
