import type { Application } from '../../kernel/entities/directory.ts'
import type { World } from '../../kernel/world.ts'
import { tenantDomain } from '../../seed.ts'
import { faults } from '../core/faults.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { parseFields } from '../core/parse-fields.ts'
import { readObject } from '../core/read-object.ts'
import { refuse } from '../core/refusal.ts'
import { applicationFaults } from './application-faults.ts'
import { applicationSchema, furtherProperties, type ApplicationBody } from './application-schema.ts'
import { readApi, readAppRoles } from './read-api.ts'
import { readKeys } from './read-keys.ts'

const readOnly = [
  'id',
  'appId',
  'applicationTemplateId',
  'certification',
  'createdByAppId',
  'createdDateTime',
  'deletedDateTime',
  'disabledByMicrosoftStatus',
  'publisherDomain',
  'verifiedPublisher',
]

/** The body of a POST or PATCH. Throws in Graph's words. */
export function readApplicationBody(call: GraphCall): ApplicationBody {
  const body = readObject(call)
  const fixed = readOnly.find((name) => body[name] !== undefined && body[name] !== null)
  if (fixed !== undefined) throw refuse(faults.readOnly(fixed, 'Application'))
  const open = Object.fromEntries(Object.entries(body).filter(([name]) => !readOnly.includes(name)))
  return parseFields(applicationSchema, open, 'Application')
}

/** The application after a write: what the body leaves out stays, also inside `web` and `api`. Throws in Graph's words. */
export function applyBody(world: World, body: ApplicationBody, present: Application): Application {
  const { web, spa, publicClient } = body
  const next: Application = {
    ...present,
    ...plainFields(body),
    redirectUris: {
      web: web?.redirectUris ?? present.redirectUris.web,
      spa: spa?.redirectUris ?? present.redirectUris.spa,
      publicClient: publicClient?.redirectUris ?? present.redirectUris.publicClient,
    },
    logoutUris:
      web?.logoutUrl === undefined ? present.logoutUris : web.logoutUrl === null ? [] : [web.logoutUrl],
    homePageUrl: web?.homePageUrl === undefined ? present.homePageUrl : web.homePageUrl,
    implicitGrant: {
      idTokens: web?.implicitGrantSettings?.enableIdTokenIssuance ?? present.implicitGrant.idTokens,
      accessTokens:
        web?.implicitGrantSettings?.enableAccessTokenIssuance ?? present.implicitGrant.accessTokens,
    },
    api: body.api ? readApi(body.api, present.api) : present.api,
    appRoles: body.appRoles ? readAppRoles(body.appRoles, present.appRoles) : present.appRoles,
    keyCredentials: body.keyCredentials
      ? readKeys(world, body.keyCredentials, present.keyCredentials)
      : present.keyCredentials,
    passwordCredentials: keptPasswords(body, present),
    furtherProperties: { ...present.furtherProperties, ...furtherOf(body) },
  }
  demandConsistent(world, next, present)
  return next
}

/** What is stored under the name it is sent by. */
function plainFields(body: ApplicationBody): Partial<Application> {
  const { displayName, description, notes, uniqueName, signInAudience, identifierUris, tags } = body
  const { isFallbackPublicClient, requiredResourceAccess } = body
  const given = {
    displayName,
    description,
    notes,
    uniqueName,
    signInAudience,
    identifierUris,
    tags,
    isFallbackPublicClient,
    requiredResourceAccess,
  }
  // What was not sent is left out, so the rest has the types that the schema gave it.
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Partial<Application>
}

function furtherOf(body: ApplicationBody): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([name]) => furtherProperties.includes(name)))
}

/** Secrets can be taken away by a PATCH, not added. */
function keptPasswords({ passwordCredentials }: ApplicationBody, present: Application) {
  if (!passwordCredentials) return present.passwordCredentials
  const kept = present.passwordCredentials.filter(({ keyId }) =>
    passwordCredentials.some((one) => one.keyId === keyId),
  )
  if (kept.length < passwordCredentials.length) throw refuse(applicationFaults.newPassword())
  return kept
}

function demandConsistent(world: World, next: Application, present: Application): void {
  if (present.uniqueName !== null && next.uniqueName !== present.uniqueName) {
    throw refuse(applicationFaults.uniqueNameFixed())
  }
  const personal = next.signInAudience.includes('Personal')
  if (personal && next.api.requestedAccessTokenVersion !== 2) throw refuse(applicationFaults.tokenVersion())
  for (const uri of next.identifierUris) {
    if (present.identifierUris.includes(uri)) continue
    const others = world.store.applications.by('identifierUri', uri)
    if (others.some(({ objectId }) => objectId !== next.objectId))
      throw refuse(faults.conflict('identifierUris'))
    if (!onVerifiedDomain(uri)) throw refuse(applicationFaults.unverifiedHost(uri))
  }
}

function onVerifiedDomain(uri: string): boolean {
  const { protocol, hostname } = new URL(uri)
  if (protocol !== 'https:' && protocol !== 'http:') return true
  return hostname === tenantDomain || hostname.endsWith(`.${tenantDomain}`)
}
