import { Issuer } from '@trustwright/shared-schemas'
import type { Warning } from '../model/warning.ts'
import { refuse } from './define-preset.ts'
import {
  aksHost,
  aksIdentityBindingHost,
  aksIssuerPattern,
  type IssuerFact,
  issuerFacts,
} from './issuer-facts.ts'

/** The rule of a field that takes any issuer. */
export function issuerRule(value: string): Warning | null {
  if (/\/\.well-known\//.test(value)) {
    return refuse(
      'issuer',
      'This is the address of the discovery document, not the issuer.',
      'Copy the value of “issuer” out of that document.',
    )
  }
  const message = Issuer.safeParse(value).error?.issues[0]?.message
  return message === undefined
    ? null
    : refuse('issuer', message, 'Copy “iss” from a token, character by character.')
}

/** What is known about the issuer of a host. `issuer` has passed `issuerRule`. */
export function issuerWarnings(issuer: string): readonly Warning[] {
  const { hostname, origin } = new URL(issuer)
  return [
    ...identityBinding(hostname),
    ...slash(issuer, hostname),
    ...aksShape(issuer, hostname),
    ...spelling(issuer, origin),
    ...notPublic(hostname),
  ]
}

/** https://learn.microsoft.com/azure/aks/identity-bindings-concepts */
function identityBinding(hostname: string): Warning[] {
  if (hostname !== aksIdentityBindingHost) return []
  return [
    {
      code: 'managed-by-platform',
      severity: 'block',
      field: 'issuer',
      text: 'AKS makes and keeps the trust of an identity binding itself, under the name aks-identity-binding.',
      fix: 'Leave it alone. For a trust of your own, use the issuer of the cluster.',
    },
  ]
}

function slash(issuer: string, hostname: string): Warning[] {
  const fact = issuerFacts.find(({ host }) => host.test(hostname))
  if (fact === undefined || hostname === aksIdentityBindingHost) return []
  if (issuer.endsWith('/') === fact.endsWithSlash && !issuer.endsWith('//')) return []
  return [slashWarning(fact)]
}

function slashWarning(fact: IssuerFact): Warning {
  return {
    code: 'issuer-slash',
    severity: fact.certain ? 'block' : 'warn',
    field: 'issuer',
    text: `Tokens of ${fact.name} carry an issuer ${fact.endsWithSlash ? 'with one slash' : 'without a slash'} at its end, so this would ${fact.certain ? 'never' : 'likely not'} match.`,
    fix: fact.endsWithSlash ? 'End it with exactly one slash.' : 'Remove the slash at the end.',
  }
}

function aksShape(issuer: string, hostname: string): Warning[] {
  const isAks = aksHost.test(hostname) && hostname !== aksIdentityBindingHost
  if (!isAks || aksIssuerPattern.test(issuer.replace(/\/*$/, '/'))) return []
  return [
    {
      code: 'issuer-shape',
      severity: 'block',
      field: 'issuer',
      text: 'No AKS cluster has this issuer: it holds one or two IDs after the host.',
      fix: 'Read it by: az aks show -g GROUP -n CLUSTER --query oidcIssuerProfile.issuerUrl -o tsv',
    },
  ]
}

function spelling(issuer: string, origin: string): Warning[] {
  if (issuer === origin || issuer.startsWith(`${origin}/`)) return []
  return [
    {
      code: 'issuer-shape',
      severity: 'warn',
      field: 'issuer',
      text: 'The host has capitals or a needless port. Azure compares every character, so this likely does not match.',
      fix: `Compare it with “iss” of a token; it usually starts with ${origin}.`,
    },
  ]
}

function notPublic(hostname: string): Warning[] {
  const inside =
    /(?:^|\.)(?:localhost|local|internal|svc|test)$/.test(hostname) ||
    /^(?:0|10|127)\.|^169\.254\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^\[/.test(hostname) ||
    (!hostname.includes('.') && hostname !== 'localhost')
  if (!inside) return []
  return [
    {
      code: 'issuer-not-public',
      severity: 'warn',
      field: 'issuer',
      text: `Entra cannot reach ${hostname} from the internet, so it cannot read the keys that sign the tokens.`,
      fix: 'Publish the discovery document and the keys at a public https address, and make that the issuer.',
    },
  ]
}
