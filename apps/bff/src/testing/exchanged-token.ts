import { decodeJwt, type JWTPayload } from 'jose'

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Claims of an access token of version 2.0 for the portal's API, as Entra gives it to a person's client. */
export function assertionClaims(of: {
  readonly person: string
  readonly issuer: string
  readonly tenantId: string
  readonly clientId: string
}): JWTPayload {
  const now = Math.floor(Date.now() / 1000)
  return {
    iss: of.issuer,
    aud: of.clientId,
    tid: of.tenantId,
    oid: of.person,
    sub: `sub-of-${of.person}`,
    azp: '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
    scp: 'access_as_user',
    ver: '2.0',
    name: of.person,
    preferred_username: `${of.person}@contoso.onmicrosoft.com`,
    iat: now,
    nbf: now,
    exp: now + 3600,
  }
}

let count = 0

/** What Entra answers to a request on behalf of the person of the assertion; every token is another one. */
export function exchangedFor(
  form: URLSearchParams,
  { issuer, clientId }: { readonly issuer: string; readonly clientId: string },
): Record<string, unknown> {
  const { oid: person, tid, exp = 0 } = decodeJwt<{ oid: string; tid: string }>(form.get('assertion') ?? '')
  const claims = {
    iss: issuer,
    aud: clientId,
    oid: person,
    tid,
    sub: person,
    preferred_username: person,
    exp,
    iat: 1,
  }
  const resource = (form.get('scope') ?? '').split(' ').find((scope) => scope.startsWith('https://'))
  count += 1
  return {
    token_type: 'Bearer',
    scope: resource,
    expires_in: 3600,
    access_token: `access-of-${person}-${count}`,
    refresh_token: `refresh-of-${person}-${count}`,
    id_token: `${base64({ alg: 'RS256' })}.${base64(claims)}.x`,
    client_info: base64({ uid: person, utid: tid }),
  }
}
