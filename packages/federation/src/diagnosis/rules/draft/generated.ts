import { eid1Spelling } from '../../../presets/eid1/spelling.ts'
import { type Cause, causeOf } from '../../cause.ts'
import type { DraftRule, DraftView } from '../../draft-view.ts'
import { differsInCaseOnly } from '../../letters.ts'

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const encoded = /^[A-Za-z0-9_-]{22}$/

/** Subjects that a product makes itself, so that a hand-made one is wrong. */
export const generated: DraftRule = (draft) => [
  ...eid1(draft),
  ...connection(draft),
  ...connectionIssuer(draft),
  ...connectionForm(draft),
]

/** https://learn.microsoft.com/azure/devops/pipelines/release/troubleshoot-workload-identity */
function eid1({ subject, tenantId }: DraftView): Cause[] {
  if (!/^\/?eid1\//i.test(subject.trim())) return []
  const [, tenant = '', app = ''] =
    /^\/eid1\/c\/[a-z]+\/t\/([^/]+)\/a\/([^/]+)\/.+$/s.exec(subject.trim()) ?? []
  if (tenant === '' || app === '') return [eid1Form(subject)]
  if (guid.test(tenant) || guid.test(app)) return [eid1Encoding(subject, tenant, app)]
  if (!encoded.test(tenant) || !encoded.test(app)) return [eid1Form(subject)]
  if (tenantId === null || eid1Spelling.read(tenant) === tenantId.toLowerCase()) return []
  return [
    causeOf('eid1-other-tenant', {
      severity: 'warn',
      certainty: 'likely',
      field: 'subject',
      text: `No token likely matches: the encoded tenant in the subject is ${eid1Spelling.read(tenant)}, another one than the identity’s.`,
      evidence: `${tenant} stands for ${eid1Spelling.read(tenant)}; tenant of the identity: ${tenantId}`,
      fix: 'Copy issuer and subject from the product’s own page, in the tenant of this identity.',
    }),
  ]
}

function eid1Form(subject: string): Cause {
  return causeOf('eid1-form', {
    severity: 'block',
    certainty: 'certain',
    field: 'subject',
    text: 'No token would match: an eid1 subject has the form /eid1/c/pub/t/TENANT/a/APPLICATION/…, with both IDs base64url encoded.',
    evidence: `Subject: ${subject}`,
    fix: 'Paste the presented subject whole: from the product’s page, or from the text of AADSTS7002137.',
  })
}

function eid1Encoding(subject: string, tenant: string, app: string): Cause {
  const encode = (id: string) => (guid.test(id) ? eid1Spelling.write(id.toLowerCase()) : id)
  const wanted = subject
    .trim()
    .replace(`/t/${tenant}/a/${app}/`, () => `/t/${encode(tenant)}/a/${encode(app)}/`)
  return causeOf('eid1-encoding', {
    severity: 'block',
    certainty: 'certain',
    field: 'subject',
    text: `No token would match: the ${guid.test(tenant) ? 'tenant' : 'application'} stands in the subject as a GUID, and tokens carry it base64url encoded.`,
    evidence: `Stored: ${guid.test(tenant) ? tenant : app} — token: ${guid.test(tenant) ? encode(tenant) : encode(app)}`,
    fix: `Write ${wanted}, or paste the presented subject from the error.`,
    action: { kind: 'set', field: 'subject', value: wanted },
  })
}

/** The connection's own values win over whatever was typed. */
function connection({ facts, subject }: DraftView): Cause[] {
  const known = facts.azureDevOps
  if (known?.subject === undefined || known.subject === subject) return []
  const parts = renamedParts(subject, known.subject)
  const rest = {
    severity: 'block',
    certainty: 'certain',
    field: 'subject',
    evidence: `Stored: ${subject} — service connection: ${known.subject}`,
    fix: `Update the subject on the identity: ${known.subject}`,
    action: { kind: 'set', field: 'subject', value: known.subject },
  } as const
  if (differsInCaseOnly(subject, known.subject)) {
    const text = 'No token matches: letter case counts, and the service connection is spelled otherwise.'
    return [causeOf('subject-case', { ...rest, text })]
  }
  if (parts.length === 0) {
    const text = 'No token matches: the service connection has another subject.'
    return [causeOf('connection-differs', { ...rest, text })]
  }
  const text = `No token matches: the ${parts.join(' and the ')} was renamed, which changes the subject of the service connection.`
  return [causeOf('connection-renamed', { ...rest, text })]
}

function connectionIssuer({ facts, issuer, rightIssuer }: DraftView): Cause[] {
  const wanted = facts.azureDevOps?.issuer
  if (wanted === undefined || wanted === issuer || wanted === rightIssuer) return []
  return [
    causeOf('issuer-differs', {
      severity: 'block',
      certainty: 'certain',
      field: 'issuer',
      text: 'No token matches: the service connection has another issuer, such as the Entra issuer of newer connections.',
      evidence: `Stored: ${issuer} — service connection: ${wanted}`,
      fix: `Update the issuer on the identity: ${wanted}`,
      action: { kind: 'set', field: 'issuer', value: wanted },
    }),
  ]
}

const partNames = ['organization', 'project', 'service connection'] as const

/** Which of the three names of a `sc://` subject differ; none where it has another form. */
export function renamedParts(stored: string, actual: string): readonly string[] {
  const [from, to] = [stored, actual].map((one) => /^sc:\/\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(one)?.slice(1))
  if (from === undefined || to === undefined) return []
  return partNames.filter((_name, at) => from[at] !== to[at])
}

function connectionForm({ subject, issuerPlatform }: DraftView): Cause[] {
  const text = subject.trim()
  if (issuerPlatform !== 'azure-devops' || text === '' || /^\/eid1\//i.test(text)) return []
  const isForm = /^sc:\/\/[^/]+\/[^/]+\/[^/]+$|^p:\/\/[^/]+\/[^/]+\/[^/]+$/.test(text)
  if (isForm && !/%[0-9A-F]{2}/i.test(text)) return []
  const wanted = isForm ? decoded(text) : null
  return [
    causeOf('generated-differs', {
      severity: isForm ? 'warn' : 'block',
      certainty: 'likely',
      field: 'subject',
      text: isForm
        ? 'No token likely matches: the subject is encoded as in an address, and tokens carry blanks and letters as they are.'
        : 'No token would match: a service connection is written sc://ORGANIZATION/PROJECT/CONNECTION, by their names.',
      evidence: `Subject: ${text}`,
      fix: wanted === null ? 'Copy issuer and subject from the service connection.' : `Write ${wanted}`,
      ...(wanted === null ? {} : { action: { kind: 'set', field: 'subject', value: wanted } }),
    }),
  ]
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    // A percent sign that encodes nothing: there is no better spelling to offer.
    return null
  }
}
