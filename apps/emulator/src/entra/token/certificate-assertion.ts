import { createHash, X509Certificate } from 'node:crypto'
import { compactVerify, decodeJwt, decodeProtectedHeader } from 'jose'
import { z } from 'zod'
import type { Application, KeyCredential } from '../../kernel/entities/directory.ts'
import type { World } from '../../kernel/world.ts'
import { invalidClient, invalidRequest } from '../core/refusal.ts'
import { checkLifetime } from '../exchange/check-lifetime.ts'

const header = z.looseObject({
  alg: z.enum(['RS256', 'PS256']),
  x5t: z.string().optional(),
  'x5t#S256': z.string().optional(),
})
const numericDate = z.number().min(-8.64e12).max(8.64e12)
const payload = z.looseObject({
  iss: z.string(),
  sub: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  exp: numericDate,
  nbf: numericDate.optional(),
})

/**
 * True for an assertion that a client made and signed itself, as a certificate demands: issuer and subject are the client.
 * https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
export function isSelfIssued(assertion: string, clientId: string): boolean {
  try {
    const { iss, sub } = decodeJwt(assertion)
    if (iss === undefined || iss !== sub) return false
    return iss.toLowerCase() === clientId.toLowerCase() || z.guid().safeParse(iss).success
  } catch {
    return false
  }
}

/** Proves a self-issued assertion with a certificate of the application. `audiences`: the token endpoint and the issuer. */
export async function verifyCertificateAssertion(
  assertion: string,
  application: Application,
  audiences: readonly string[],
  world: World,
): Promise<void> {
  const { claims, thumbprint, named } = read(assertion)
  if (claims.iss.toLowerCase() !== application.appId) {
    throw invalidClient(
      700021,
      `Client assertion application identifier doesn't match 'client_id' parameter. Review the documentation at https://docs.microsoft.com/azure/active-directory/develop/active-directory-certificate-credentials .`,
    )
  }
  const key = application.keyCredentials.find((each) => isCertificate(each, thumbprint, named))
  if (!key) throw unknownCertificate(thumbprint, application.appId)
  const now = world.clock.now()
  if (key.endAt <= now || key.startAt > now)
    throw failedSignature('The key used is expired.', thumbprint, key)
  await verifySignature(assertion, thumbprint, key)
  const audience = [claims.aud].flat()
  if (!audience.some((each) => audiences.includes(each))) {
    throw invalidClient(
      700023,
      'Client assertion audience claim does not match Realm issuer. Review the documentation at https://docs.microsoft.com/azure/active-directory/develop/active-directory-certificate-credentials .',
    )
  }
  checkLifetime({ validFrom: (claims.nbf ?? 0) * 1000, expiresAt: claims.exp * 1000 }, now)
}

function read(assertion: string) {
  const parsedHeader = header.safeParse(headerOf(assertion))
  const claims = payload.safeParse(decodeJwt(assertion))
  if (!parsedHeader.success || !claims.success) {
    throw invalidRequest(50027, 'JWT token is invalid or malformed.')
  }
  const { x5t, 'x5t#S256': sha256 } = parsedHeader.data
  const named = sha256 ?? x5t
  if (named === undefined) {
    throw invalidRequest(50027, 'Invalid JWT token. No certificate thumbprint specified in token header.')
  }
  const thumbprint = Buffer.from(named, 'base64').toString('hex').toUpperCase()
  return { claims: claims.data, thumbprint, named: sha256 === undefined ? 'sha1' : 'sha256' }
}

/** Undefined for what is no header: jose throws for it, and nothing but reading it is tried here. */
function headerOf(assertion: string): unknown {
  try {
    return decodeProtectedHeader(assertion)
  } catch {
    return undefined
  }
}

function isCertificate({ key }: KeyCredential, thumbprint: string, named: string): boolean {
  return createHash(named).update(Buffer.from(key, 'base64')).digest('hex').toUpperCase() === thumbprint
}

async function verifySignature(
  assertion: string,
  thumbprint: string,
  credential: KeyCredential,
): Promise<void> {
  try {
    const certificate = new X509Certificate(Buffer.from(credential.key, 'base64'))
    await compactVerify(assertion, certificate.publicKey, { algorithms: ['RS256', 'PS256'] })
  } catch {
    const reason = 'The provided signature value did not match the expected signature value.'
    throw failedSignature(reason, thumbprint, credential)
  }
}

/** https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/8339, https://github.com/Azure/azure-sdk-for-net/issues/29007 */
function unknownCertificate(thumbprint: string, appId: string) {
  return invalidClient(
    700027,
    `The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found., Thumbprint of key used by client: '${thumbprint}', Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id '${appId}'. Review the documentation at https://docs.microsoft.com/en-us/graph/deployments to determine the corresponding service endpoint and https://docs.microsoft.com/en-us/graph/api/application-get?view=graph-rest-1.0&tabs=http to build a query request URL, such as 'https://graph.microsoft.com/beta/applications/${appId}']. Alternatively, SNI may be configured on the app. Please ensure that client assertion is being sent with the x5c claim in the JWT header using MSAL's WithSendX5C() method so that Azure Active Directory can validate the certificate being used.`,
  )
}

/** Words in brackets as in https://github.com/AzureAD/microsoft-authentication-library-for-dotnet/issues/1317; those before them (u). */
function failedSignature(reason: string, thumbprint: string, { startAt, endAt }: KeyCredential) {
  return invalidClient(
    700027,
    `Client assertion failed signature validation. [Reason - ${reason}, Thumbprint of key used by client: '${thumbprint}', Found key 'Start=${americanTime(startAt)}, End=${americanTime(endAt)}']`,
  )
}

function americanTime(ms: number): string {
  const [date = '', time = ''] = new Date(ms).toISOString().split('T')
  const [year, month, day] = date.split('-')
  return `${month}/${day}/${year} ${time.slice(0, 8)}`
}
