import { exchangeCurl } from '../exports/exchange-curl.ts'
import { Audience, Subject } from '@trustwright/shared-schemas'
import type { Recognised, StoredClaims } from '../model/preset.ts'
import { fieldText } from '../model/texts.ts'
import { nameFrom } from '../model/trust-name.ts'
import type { Warning } from '../model/warning.ts'
import { definePreset, plainMark, refuse } from './define-preset.ts'
import { githubIssuer } from './github/facts.ts'
import { issuerRule, issuerWarnings } from './issuer-checks.ts'
import { hostOf } from './issuer-host.ts'

const entraHosts = [
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
  'sts.windows.net',
]

/** Any issuer, with exact text. https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust */
export const otherIssuer = definePreset({
  id: 'other-issuer',
  title: 'Other issuer',
  summary: 'Any OpenID Connect issuer: copy the claims of its token',
  category: 'other',
  certainty: 'documented',
  docsUrl: 'https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust',
  factsAsOf: '2026-09-30',
  parentKinds: ['managedIdentity', 'application'],
  fieldGuides: {
    issuer: {
      label: 'Issuer',
      help: '“iss” of the token, character by character.',
      example: 'https://oidc.fabrikam.com',
    },
    subject: {
      label: 'Subject',
      help: '“sub” of the token, character by character. Capitals count.',
      example: 'project:web:environment:production',
    },
    audience: {
      label: 'Audience',
      help: '“aud” of the token. Empty: the audience that Azure’s own tools ask for.',
      example: 'api://AzureADTokenExchange',
      optional: true,
    },
  },
  fieldRules: {
    issuer: issuerRule,
    subject: (value) =>
      refuseIf('subject', Subject.safeParse(value).error?.issues[0]?.message, 'Copy “sub” from a token.'),
    audience: (value) =>
      refuseIf('audience', Audience.safeParse(value).error?.issues[0]?.message, 'Copy “aud” from a token.'),
  },
  claims: (fields) => ({
    issuer: [{ text: fieldText(fields, 'issuer'), label: 'as typed', source: 'field', fieldKey: 'issuer' }],
    subject: [
      { text: fieldText(fields, 'subject'), label: 'as typed', source: 'field', fieldKey: 'subject' },
    ],
  }),
  warnings: (fields) => {
    const issuer = fieldText(fields, 'issuer')
    const subject = fieldText(fields, 'subject')
    return [
      ...issuerWarnings(issuer),
      ...entraIssuer(issuer, subject),
      ...wildcardSubject(subject),
      ...hyphen(issuer, subject),
      ...capitals(subject),
    ]
  },
  suggestName: (fields) => nameFrom([hostOf(fieldText(fields, 'issuer')), fieldText(fields, 'subject')]),
  snippet: exchangeCurl,
  recognise: recogniseOther,
})

function refuseIf(field: string, message: string | undefined, fix: string): Warning | null {
  return message === undefined ? null : refuse(field, message, fix)
}

/** https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity */
function entraIssuer(issuer: string, subject: string): Warning[] {
  if (!entraHosts.includes(hostOf(issuer)) || subject.startsWith('/eid1/')) return []
  return [
    {
      code: 'entra-issuer',
      severity: 'warn',
      field: 'issuer',
      text: 'Entra takes a token of its own only from a managed identity of the same tenant, and only on an application.',
      fix: 'On an application, give the object (principal) ID of that identity as the subject. On a managed identity, use another issuer.',
    },
  ]
}

/** https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations */
function wildcardSubject(subject: string): Warning[] {
  if (!subject.includes('*')) return subject.includes('?') ? [plainMark('subject')] : []
  return [
    {
      code: 'wildcard',
      severity: 'block',
      field: 'subject',
      text: 'No token would ever match: Azure takes * as a plain character.',
      fix: 'Write the whole subject of one workload; add a trust for each further one.',
    },
  ]
}

function hyphen(issuer: string, subject: string): Warning[] {
  if (!issuer.startsWith(githubIssuer) || !/^repo:[^:]+:pull-request$/.test(subject)) return []
  return [
    {
      code: 'pull-request-hyphen',
      severity: 'block',
      field: 'subject',
      text: 'GitHub writes pull_request with an underscore, so this would never match.',
      fix: 'Write pull_request.',
    },
  ]
}

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
function capitals(subject: string): Warning[] {
  if (!/^system:serviceaccount:.*\p{Lu}/su.test(subject)) return []
  return [
    {
      code: 'unusual-value',
      severity: 'block',
      field: 'subject',
      text: 'Kubernetes has no capital letters in names, so no token carries them.',
      fix: 'Write namespace and service account in small letters.',
    },
  ]
}

function recogniseOther(stored: StoredClaims): Recognised | null {
  if (stored.subject === null || stored.subject === '') return null
  const [audience] = stored.audiences ?? []
  return {
    presetId: 'other-issuer',
    platform: 'Other',
    workload: stored.subject,
    qualifier: hostOf(stored.issuer) || null,
    fields: {
      issuer: stored.issuer,
      subject: stored.subject,
      ...(audience === undefined ? {} : { audience }),
    },
  }
}
