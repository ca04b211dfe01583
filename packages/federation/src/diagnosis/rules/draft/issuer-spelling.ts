import {
  aksHost,
  aksIdentityBindingHost,
  aksIssuerPattern,
  issuerFacts,
} from '../../../presets/issuer-facts.ts'
import { type Cause, causeOf } from '../../cause.ts'
import type { DraftRule, DraftView } from '../../draft-view.ts'
import { letterCaseWords } from '../../letters.ts'
import { rightCase, withoutEndSlashes } from '../../platform-of.ts'

/** Slashes, capitals and ports: what a person does not see and Azure compares. */
export const issuerSpelling: DraftRule = (draft) => {
  const text = draft.issuer.trim()
  if (draft.host === '' || !text.startsWith('https://') || /[\s?#@\\]/.test(text)) return []
  return [...emptySegment(draft), ...slash(draft), ...capitals(draft), ...aksShape(draft)]
}

function emptySegment({ issuer, rightIssuer }: DraftView): Cause[] {
  if (!/[^:]\/{2,}/.test(issuer)) return []
  return [
    causeOf('issuer-empty-segment', {
      severity: 'block',
      certainty: 'certain',
      field: 'issuer',
      text: 'No token would match: the issuer has a double slash, which is an empty path segment, and tokens carry none.',
      evidence: `Issuer: ${issuer}`,
      fix: `Write it with single slashes: ${rightIssuer}`,
      action: { kind: 'set', field: 'issuer', value: rightIssuer },
    }),
  ]
}

/** https://docs.github.com/en/actions/reference/security/oidc, https://azure.github.io/azure-workload-identity/docs/troubleshooting.html */
function slash({ issuer, host, rightIssuer, issuerPlatform }: DraftView): Cause[] {
  const text = issuer.trim()
  if (/\/{2,}$/.test(text) || host === aksIdentityBindingHost) return []
  const fact =
    issuerFacts.find((known) => known.host.test(host)) ??
    (issuerPlatform === 'github' ? { name: 'GitHub', endsWithSlash: false, certain: true } : undefined)
  if (fact === undefined || text.endsWith('/') === fact.endsWithSlash) return []
  const wanted = fact.endsWithSlash ? rightIssuer : withoutEndSlashes(rightIssuer)
  return [
    causeOf('issuer-slash', {
      severity: fact.certain ? 'block' : 'warn',
      certainty: fact.certain ? 'certain' : 'likely',
      field: 'issuer',
      text: fact.endsWithSlash
        ? `No token ${fact.certain ? 'would match' : 'likely matches'}: the trailing slash is missing, and tokens of ${fact.name} carry it.`
        : `No token would match: the issuer has a trailing slash, and tokens of ${fact.name} carry none.`,
      evidence: `Stored: ${text} — token: ${wanted}`,
      fix: fact.endsWithSlash
        ? 'Add the slash at the end, and look at the other trusts of this issuer too.'
        : 'Remove the slash at the end.',
      action: { kind: 'set', field: 'issuer', value: wanted },
    }),
  ]
}

/** Hosts have no case of their own, so tokens carry small letters; a default port is left out. */
function capitals({ issuer, issuerPlatform, host }: DraftView): Cause[] {
  const text = issuer.trim()
  const { origin } = new URL(text)
  const typed = /^https:\/\/[^/]*/.exec(text)?.[0] ?? ''
  const wanted = `${origin}${rightCase(text.slice(typed.length), host)}`
  if (wanted === text) return []
  return [spelling(text, wanted, typed !== origin && issuerPlatform === null ? 'likely' : 'certain')]
}

function spelling(issuer: string, wanted: string, certainty: Cause['certainty']): Cause {
  const inCase = issuer.length === wanted.length
  return causeOf('issuer-case', {
    severity: certainty === 'certain' ? 'block' : 'warn',
    certainty,
    field: 'issuer',
    text: inCase
      ? 'No token would match: letter case counts, and tokens carry the issuer in other upper- and lower-case letters.'
      : 'No token would match: the issuer has a port that tokens leave out.',
    evidence: inCase ? letterCaseWords(issuer, wanted) : `Stored: ${issuer}`,
    fix: `Write ${wanted}`,
    action: { kind: 'set', field: 'issuer', value: wanted },
  })
}

function aksShape({ issuer, host, rightIssuer }: DraftView): Cause[] {
  if (!aksHost.test(host)) return []
  const isBinding = host === aksIdentityBindingHost
  if (!isBinding && aksIssuerPattern.test(rightIssuer)) return []
  return [
    causeOf('issuer-shape', {
      severity: 'block',
      certainty: 'certain',
      field: 'issuer',
      text: isBinding
        ? 'AKS makes and keeps the trust of an identity binding itself, under the name aks-identity-binding.'
        : 'No token would match: the issuer of an AKS cluster has one or two IDs behind the host.',
      evidence: `Issuer: ${issuer}`,
      fix: isBinding
        ? 'Leave it alone. For a trust of your own, use the issuer of the cluster.'
        : 'Read it by: az aks show -g GROUP -n CLUSTER --query oidcIssuerProfile.issuerUrl -o tsv',
    }),
  ]
}
