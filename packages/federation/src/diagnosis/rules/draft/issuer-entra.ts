import { type Cloud, clouds } from '../../../model/cloud.ts'
import { type Cause, causeOf } from '../../cause.ts'
import type { DraftRule, DraftView } from '../../draft-view.ts'
import { eid1Spelling } from '../../../presets/eid1/spelling.ts'
import { withoutEndSlashes } from '../../platform-of.ts'

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What is special where Entra itself is the issuer. */
export const issuerEntra: DraftRule = (draft) => {
  if (draft.issuerPlatform !== 'entra') return []
  const [tenant = '', version = ''] = withoutEndSlashes(new URL(draft.issuer.trim()).pathname)
    .slice(1)
    .split('/')
  return [
    ...otherCloud(draft),
    ...tenantName(draft, tenant),
    ...tokenVersion(draft, tenant, version),
    ...otherTenant(draft, tenant),
    ...caller(draft),
  ]
}

/** https://learn.microsoft.com/azure/devops/pipelines/release/troubleshoot-workload-identity, AADSTS900382 */
function otherCloud({ host, cloud, issuer }: DraftView): Cause[] {
  const known = Object.entries(clouds).find(([, facts]) => facts.authorityHost === `https://${host}`)
  // Keys of the record of clouds.
  const ofIssuer = known?.[0] as Cloud | undefined
  if (ofIssuer === undefined || ofIssuer === cloud) return []
  return [
    causeOf('cross-cloud', {
      severity: 'block',
      certainty: 'certain',
      field: 'issuer',
      text: `Entra refuses it as cross-cloud: the issuer belongs to another cloud (${cloudWords[ofIssuer]}) than the identity (${cloudWords[cloud]}).`,
      evidence: `Issuer: ${issuer}`,
      fix: 'Use an identity in the same cloud as the caller. No change of the subject helps.',
    }),
  ]
}

const cloudWords: Readonly<Record<Cloud, string>> = {
  public: 'public',
  usgov: 'US Government',
  china: 'China',
}

/** https://learn.microsoft.com/entra/identity-platform/access-tokens */
function tenantName({ issuer, tenantId, host }: DraftView, tenant: string): Cause[] {
  if (guid.test(tenant)) return []
  const wanted = tenantId === null ? `https://${host}/TENANT-ID/v2.0` : `https://${host}/${tenantId}/v2.0`
  return [
    causeOf('issuer-common', {
      severity: 'block',
      certainty: 'certain',
      field: 'issuer',
      text: `No token would match: ${tenant === '' ? 'the issuer names no tenant' : `the issuer names “${tenant}”`}, and tokens carry the tenant GUID.`,
      evidence: `Issuer: ${issuer}`,
      fix: `Put the tenant GUID there: ${wanted}`,
      ...(tenantId === null ? {} : { action: { kind: 'set', field: 'issuer', value: wanted } }),
    }),
  ]
}

function tokenVersion({ issuer, host }: DraftView, tenant: string, version: string): Cause[] {
  if (!guid.test(tenant) || version === 'v2.0') return []
  const authority =
    host.startsWith('login.') && host !== 'login.windows.net' ? host : 'login.microsoftonline.com'
  const wanted = `https://${authority}/${tenant.toLowerCase()}/v2.0`
  return [
    causeOf('issuer-entra-version', {
      severity: 'block',
      certainty: 'likely',
      field: 'issuer',
      text: 'No token would match: callers of the token exchange carry the Entra issuer of version 2.0, with /v2.0 at its end.',
      evidence: `Issuer: ${issuer}`,
      fix: `Write ${wanted}`,
      action: { kind: 'set', field: 'issuer', value: wanted },
    }),
  ]
}

/** https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity */
function otherTenant({ issuer, tenantId, subject }: DraftView, tenant: string): Cause[] {
  const inSubject = /^\/eid1\/c\/[a-z]+\/t\/([A-Za-z0-9_-]{22})\//.exec(subject)?.[1]
  const wanted = inSubject === undefined ? tenantId : eid1Spelling.read(inSubject)
  if (wanted === null || !guid.test(tenant) || tenant.toLowerCase() === wanted.toLowerCase()) return []
  return [
    causeOf('issuer-other-tenant', {
      severity: inSubject === undefined ? 'warn' : 'block',
      certainty: inSubject === undefined ? 'likely' : 'certain',
      field: 'issuer',
      text:
        inSubject === undefined
          ? 'Entra likely refuses it: the issuer is that of another tenant, and a managed identity has to live in the tenant of the application.'
          : 'No token would match: the issuer names another tenant than the subject.',
      evidence: `Issuer ${issuer}; ${inSubject === undefined ? 'tenant of the identity' : 'tenant in the subject'} ${wanted}`,
      fix: 'Use the issuer of the tenant in which the caller lives, and copy both values from the same page.',
    }),
  ]
}

/** Who may be behind an Entra-issued token: AADSTS700222, AADSTS700226. */
function caller(draft: DraftView): Cause[] {
  const { subject, facts, parentKind, expression } = draft
  if (/^\/eid1\/|^(?:sc|p):\/\//i.test(subject) || expression !== null || subject === '') return []
  const isIdentity = facts.entra?.subjectIsManagedIdentity
  if (isIdentity === false)
    return [notManaged(draft, 'block', 'certain', 'The subject is no managed identity.')]
  if (isIdentity === undefined && !guid.test(subject.trim())) {
    return [notManaged(draft, 'block', 'likely', 'The subject is no object (principal) ID.')]
  }
  if (parentKind !== 'managedIdentity') return []
  return [
    causeOf('entra-token', {
      severity: 'warn',
      certainty: 'likely',
      text: 'Entra likely refuses it: an Entra-issued token of a managed identity is taken on an application only, not on another managed identity.',
      evidence: `Issuer ${draft.issuer} on a managed identity`,
      fix: 'Put the trust on an application, or assign the roles to the first identity itself.',
    }),
  ]
}

function notManaged(
  { issuer, subject }: DraftView,
  severity: Cause['severity'],
  certainty: Cause['certainty'],
  why: string,
): Cause {
  return causeOf('entra-token', {
    severity,
    certainty,
    field: 'issuer',
    text: 'Entra refuses it: an Entra-issued (AAD-issued) token is taken only from a managed identity of the same tenant.',
    evidence: `${why} Issuer ${issuer}, subject ${subject}`,
    fix: 'Use the object (principal) ID of a managed identity as the subject, and ask for its token with the audience of the token exchange; or trust an outside issuer.',
  })
}
