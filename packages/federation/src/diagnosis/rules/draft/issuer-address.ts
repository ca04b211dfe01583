import { issuerFacts } from '../../../presets/issuer-facts.ts'
import { hostOf } from '../../../presets/issuer-host.ts'
import { type Cause, causeOf } from '../../cause.ts'
import type { DraftRule, DraftView } from '../../draft-view.ts'
import { distanceOf, quoted } from '../../letters.ts'
import { otherAddresses } from '../../other-addresses.ts'

/** Texts that are no issuer at all, or another address of the platform. */
export const issuerAddress: DraftRule = (draft) => {
  const issuer = draft.issuer.trim()
  if (issuer === '') return []
  const found = discovery(issuer) ?? scheme(issuer) ?? parts(issuer) ?? otherAddress(draft) ?? nearHost(draft)
  return found === null ? [] : [found]
}

function discovery(issuer: string): Cause | null {
  const at = issuer.search(/\/\.well-known(?:\/|$)/)
  if (at < 0) return null
  return notAnIssuer(issuer, 'This is the address of the discovery document or of the keys, not the issuer', {
    code: 'issuer-discovery-address',
    fix: 'Copy the value of “issuer” out of that document.',
    wanted: issuer.slice(0, at),
  })
}

function scheme(issuer: string): Cause | null {
  if (issuer.startsWith('https://') && URL.canParse(issuer)) return null
  const rest = /^(?:https?:\/*)?(.*)$/is.exec(issuer)?.[1] ?? ''
  const wanted = /^[a-z0-9.-]+\.[a-z]{2,}(?:[:/]|$)/i.test(rest) ? `https://${rest}` : undefined
  return notAnIssuer(issuer, 'An issuer is an https:// address', {
    fix: 'Copy “iss” of a token, https:// included.',
    ...(wanted === undefined ? {} : { wanted }),
  })
}

function parts(issuer: string): Cause | null {
  if (!/[\s?#\\@]/.test(issuer)) return null
  return notAnIssuer(issuer, 'An issuer has no blank, query, fragment or user name', {
    fix: 'Copy “iss” of a token, character by character.',
  })
}

/** Early Azure DevOps tokens have an issuer at visualstudio.com of their own. */
function otherAddress({ host, issuer, issuerPlatform }: DraftView): Cause | null {
  if (issuerPlatform === 'azure-devops') return null
  const { pathname } = new URL(issuer.trim())
  const path = pathname.replace(/\/+$/, '')
  const found = otherAddresses.find((one) => one.host.test(host) && (one.path?.test(path) ?? true))
  if (found === undefined) return null
  return notAnIssuer(issuer, `This is ${found.what}, not the issuer of tokens`, {
    fix: found.fix,
    ...(found.wanted === undefined ? {} : { wanted: found.wanted }),
  })
}

const exactHosts = [
  'token.actions.githubusercontent.com',
  'gitlab.com',
  'app.terraform.io',
  'app.eu.terraform.io',
  'vstoken.dev.azure.com',
  'login.microsoftonline.com',
  'accounts.google.com',
  'oidc.circleci.com',
  'agent.buildkite.com',
  'container.googleapis.com',
  'oidc.vercel.com',
  'oidc.fly.io',
  'api.pulumi.com',
  'cognito-identity.amazonaws.com',
] as const

/** A typing mistake in the host of a platform that everybody has. */
function nearHost({ host, issuer, issuerPlatform }: DraftView): Cause | null {
  if (issuerPlatform !== null || issuerFacts.some((fact) => fact.host.test(host))) return null
  const near =
    exactHosts.find((known) => known.length > 11 && distanceOf(host, known, 2) <= 2) ?? familyOf(host)
  if (near === undefined) return null
  const wanted = issuer.trim().replace(hostOf(issuer.trim()), near)
  return notAnIssuer(issuer, `The host is ${host}; the one of the platform is ${near}`, {
    fix: `Use ${wanted}, as “iss” of a token has it.`,
    wanted,
    certainty: 'likely',
  })
}

/** Other names under GitHub's own domain for the host of the tokens. */
function familyOf(host: string): string | undefined {
  return /(?:^|\.)githubusercontent\.com$|^(?:oidc|token|tokens|actions)\.github\.com$/.test(host)
    ? 'token.actions.githubusercontent.com'
    : undefined
}

interface NotAnIssuer {
  readonly code?: 'issuer-not-an-issuer' | 'issuer-discovery-address'
  readonly fix: string
  readonly wanted?: string
  readonly certainty?: Cause['certainty']
}

function notAnIssuer(issuer: string, why: string, { code, fix, wanted, certainty }: NotAnIssuer): Cause {
  return causeOf(code ?? 'issuer-not-an-issuer', {
    severity: 'block',
    certainty: certainty ?? 'certain',
    field: 'issuer',
    text: `No token would match: ${why.charAt(0).toLowerCase()}${why.slice(1)}.`,
    evidence: `Issuer: ${quoted(issuer)}`,
    fix,
    ...(wanted === undefined ? {} : { action: { kind: 'set', field: 'issuer', value: wanted } }),
  })
}
