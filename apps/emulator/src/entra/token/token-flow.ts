import type { EmulatorRequest, EmulatorResponse } from '../../kernel/operation.ts'
import { entraError, entraErrorFields } from '../../kernel/vendor-errors.ts'
import type { World } from '../../kernel/world.ts'
import { EntraRefusal, missingParameter, unsupportedGrantType } from '../core/refusal.ts'
import { readTenant } from '../core/tenant-path.ts'
import { readClientCredentials } from './client-authentication.ts'
import { allowOrigin } from './cross-origin.ts'
import { findGrant, isGrantOfEntraOnly } from './grants.ts'
import { recordSignIn } from './record-sign-in.ts'
import { newSignInNotes, type SignInNotes } from './sign-in-notes.ts'

/** A name of the tenant's under which there is no directory: AD FS has one only, so it leads to the emulator's own. */
const federationService = 'adfs'

/** Answers one request for tokens, whichever of the endpoint's addresses it came to, and keeps its row of the sign-in log. */
export async function answerTokenRequest(
  request: EmulatorRequest,
  form: URLSearchParams,
  world: World,
): Promise<EmulatorResponse> {
  const notes = newSignInNotes()
  const correlationId = correlationIdOf(request, form) ?? world.newGuid()
  const grantType = form.get('grant_type')
  if (isGrantOfEntraOnly(grantType)) {
    return withHeaders(grantNotEmulated(grantType, correlationId, world), request)
  }
  const record = (result: Parameters<typeof recordSignIn>[1]['result']) =>
    recordSignIn(world, {
      clientId: notes.clientId ?? form.get('client_id') ?? '',
      grantType: grantType ?? '',
      scope: form.get('scope') ?? '',
      notes,
      correlationId,
      result,
    })
  try {
    const response = await judge(request, form, notes, world)
    record(response)
    return withHeaders(response, request)
  } catch (error) {
    if (!(error instanceof EntraRefusal)) throw error
    record(error.failure)
    return withHeaders(entraError(error.failure, { request, clock: world.clock }, correlationId), request)
  }
}

/** Entra makes an id of its own when the client's is no GUID. */
function correlationIdOf({ headers }: EmulatorRequest, form: URLSearchParams): string | undefined {
  const given = headers['client-request-id'] ?? form.get('client-request-id') ?? ''
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(given) ? given : undefined
}

/** 501 in the shape of Entra's errors, since that is what clients print of this endpoint. */
function grantNotEmulated(grantType: string, correlationId: string, { clock }: World): EmulatorResponse {
  const failure = {
    status: 400,
    error: 'unsupported_grant_type',
    code: 70003,
    message: `NotEmulated: Entra has the grant type '${grantType}', the emulator has not.`,
  } as const
  return { status: 501, body: entraErrorFields(failure, clock, correlationId) }
}

async function judge(
  request: EmulatorRequest,
  form: URLSearchParams,
  notes: SignInNotes,
  world: World,
): Promise<EmulatorResponse> {
  const segment = request.params.tenant ?? federationService
  const directory = readTenant(
    segment.toLowerCase() === federationService ? world.settings.tenantId : segment,
    world,
  )
  const grantType = form.get('grant_type')
  if (!grantType) throw missingParameter('grant_type')
  const grant = findGrant(grantType)
  if (!grant) {
    throw unsupportedGrantType(70003, `The app requested an unsupported grant type '${grantType}'.`)
  }
  const client = { ...readClientCredentials(request, form), notes }
  notes.clientId = client.clientId
  return grant({ request, tenant: directory.kind, directory, form, client }, world)
}

/** https://learn.microsoft.com/entra/identity-platform/msal-logging-dotnet and any answer of Entra's name these. */
function withHeaders(response: EmulatorResponse, request: EmulatorRequest): EmulatorResponse {
  const asked = request.headers['client-request-id']
  return allowOrigin(request, {
    ...response,
    headers: {
      'cache-control': 'no-store, no-cache',
      pragma: 'no-cache',
      expires: '-1',
      'x-ms-ests-server': '2.1.0 - emulator',
      'x-ms-srs': '1.P',
      'x-ms-clitelem': '1,0,0,,',
      ...(asked === undefined ? {} : { 'client-request-id': asked }),
      ...response.headers,
    },
  })
}
