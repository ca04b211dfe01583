import { githubIssuer } from '../../../presets/github/facts.ts'
import { hostOf } from '../../../presets/issuer-host.ts'
import { aksHost } from '../../../presets/issuer-facts.ts'
import { type Cause, type CauseCertainty, causeOf } from '../../cause.ts'
import type { CauseCode } from '../../codes.ts'
import { platformOfIssuer, withoutEndSlashes } from '../../platform-of.ts'
import { type ProbeRule, type ProbeView, succeeded } from '../../probe-view.ts'
import { fetchErrorOf, wasReached } from './fetch-errors.ts'
import { isInCluster, isPrivate } from '../draft/issuer-public.ts'

/**
 * Whether Entra can fetch the discovery document: AADSTS90061, AADSTS50166, AADSTS501661.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation
 */
export const reach: ProbeRule = (probe) => {
  const { answer } = probe
  if (isMixed(probe)) return [intermittent(probe)]
  if (answer.document !== undefined) return slowAnswer(probe)
  if (answer.redirectedTo !== undefined || isRedirect(answer.status)) return [redirected(probe)]
  if (answer.error !== undefined) return [byError(probe, answer.error.slice(0, 300))]
  if (answer.status === undefined) return []
  return [byStatus(probe, answer.status)]
}

function isMixed({ answer }: ProbeView): boolean {
  const attempts = answer.attempts ?? []
  return attempts.some(succeeded) && !attempts.every(succeeded)
}

function isRedirect(status: number | undefined): boolean {
  return status !== undefined && status >= 300 && status < 400
}

function intermittent({ answer, issuer }: ProbeView): Cause {
  const attempts = answer.attempts ?? []
  const failed = attempts.filter((attempt) => !succeeded(attempt))
  const seen = failed.map(({ error, status }) => error ?? `status ${status ?? 'unknown'}`).join(', ')
  return causeOf('discovery-intermittent', {
    severity: 'warn',
    certainty: 'certain',
    field: 'issuer',
    text: `Sign-ins may fail now and then: the discovery document could be fetched at ${attempts.length - failed.length} of ${attempts.length} attempts only.`,
    evidence: `${documentOf(issuer)}: ${seen}`,
    fix: `Retry: such failures are transient. ${repairOf(issuer)}`,
  })
}

function redirected({ issuer, answer }: ProbeView): Cause {
  return unreachable('discovery-refused', 'certain', {
    text: 'Entra does not follow it: the discovery document answers with a redirect, often to a sign-in page.',
    evidence: `${documentOf(issuer)}: ${answer.redirectedTo ?? `status ${answer.status ?? 'unknown'}`}`,
    fix: 'Serve the document at this address itself, without sign-in or redirect, or use the issuer of the address that serves it.',
  })
}

function byError(probe: ProbeView, error: string): Cause {
  const { host, issuer } = probe
  if (isInCluster(host)) return inCluster(probe)
  if (isPrivate(host) && !wasReached({ error })) {
    return unreachable('issuer-private', 'certain', {
      text: `Entra could not fetch the discovery document: ${host} is a private name that the internet does not reach.`,
      evidence: `${documentOf(issuer)}: ${error}`,
      fix: repairOf(issuer),
    })
  }
  const { code, why, fix, isUnsure } = fetchErrorOf(error)
  if (isUnsure === true) return notAsked(probe, code, why, fix ?? repairOf(issuer))
  return unreachable(code, code === 'discovery-unreachable' ? 'likely' : 'certain', {
    text: `Entra could not fetch the discovery document: ${why}.`,
    evidence: `${documentOf(issuer)}: ${error}. It must be reachable from the internet.`,
    fix: fix ?? repairOf(issuer),
  })
}

function notAsked({ issuer }: ProbeView, code: CauseCode, why: string, fix: string): Cause {
  return causeOf(code, {
    severity: 'warn',
    certainty: 'possible',
    field: 'issuer',
    text: `The discovery document was not fetched: ${why}.`,
    evidence: documentOf(issuer),
    fix,
  })
}

function inCluster({ issuer }: ProbeView): Cause {
  return causeOf('issuer-in-cluster', {
    severity: 'block',
    certainty: 'certain',
    field: 'issuer',
    text: 'Entra can never verify these tokens: this is the in-cluster name of the API server, which is not public.',
    evidence: `Issuer: ${issuer}`,
    fix: 'Give the API server a public https issuer (--service-account-issuer), restart the pods, and use that address.',
  })
}

function byStatus({ issuer, host }: ProbeView, status: number): Cause {
  const evidence = `${documentOf(issuer)} answers ${status}.`
  if (status === 401 || status === 403) {
    return unreachable('discovery-refused', 'certain', {
      text: 'Entra could not fetch the discovery document: it is behind a sign-in or a filter.',
      evidence,
      fix: `Let everybody read it. ${repairOf(issuer)}`,
    })
  }
  if (status === 429 || status >= 500) {
    return causeOf('discovery-intermittent', {
      severity: 'warn',
      certainty: 'likely',
      field: 'issuer',
      text: 'Sign-ins likely fail while the issuer answers so: the discovery document could not be fetched.',
      evidence,
      fix: `Retry in some minutes: such failures are often transient. ${repairOf(issuer)}`,
    })
  }
  if (status === 404 || status === 410) {
    return unreachable('discovery-missing', 'certain', {
      text: 'Entra could not fetch the discovery document: the issuer has none at this address.',
      evidence,
      fix: missingFix(issuer, host),
    })
  }
  const isEmpty = status >= 200 && status < 300
  return unreachable(isEmpty ? 'discovery-unreadable' : 'discovery-unreachable', 'likely', {
    text: `Entra could not fetch the discovery document: ${isEmpty ? 'the answer holds none' : 'the issuer refuses the request'}.`,
    evidence,
    fix: repairOf(issuer),
  })
}

function missingFix(issuer: string, host: string): string {
  if (aksHost.test(host)) {
    return 'Reconcile the cluster by: az aks update -g GROUP -n CLUSTER — and open a support ticket if it stays. A deleted cluster has no document either.'
  }
  if (issuer.startsWith(`${githubIssuer}/`)) {
    return `Compare the end with the enterprise’s slug, letter by letter, or use ${githubIssuer} if the enterprise has no issuer of its own.`
  }
  return `Compare the issuer with “iss” of a token, path and slash included. ${repairOf(issuer)}`
}

function slowAnswer({ answer, issuer }: ProbeView): Cause[] {
  const slowest = Math.max(
    0,
    answer.milliseconds ?? 0,
    ...(answer.attempts ?? []).map((one) => one.milliseconds ?? 0),
  )
  if (slowest < 5_000) return []
  return [
    causeOf('issuer-slow', {
      severity: 'warn',
      certainty: 'possible',
      field: 'issuer',
      text: `Sign-ins may fail now and then: the issuer took ${Math.round(slowest / 100) / 10} seconds to answer.`,
      evidence: `${documentOf(issuer)}: ${slowest} ms`,
      fix: 'Serve the document and the keys as static files, near a fast network.',
    }),
  ]
}

function unreachable(
  code: CauseCode,
  certainty: CauseCertainty,
  rest: Pick<Cause, 'text' | 'evidence' | 'fix'>,
): Cause {
  return causeOf(code, { severity: 'block', certainty, field: 'issuer', ...rest })
}

function documentOf(issuer: string): string {
  return `${withoutEndSlashes(issuer.trim())}/.well-known/openid-configuration`
}

/** What each platform has to open to the internet. https://docs.gitlab.com/ci/cloud_services/azure/ */
function repairOf(issuer: string): string {
  const base = withoutEndSlashes(issuer.trim())
  if (base.endsWith('/_services/token')) {
    return 'Open these two addresses in the firewall: /_services/token/.well-known/openid-configuration and /_services/token/.well-known/jwks.'
  }
  if (aksHost.test(hostOf(base))) {
    return 'If it stays, reconcile the cluster by: az aks update -g GROUP -n CLUSTER'
  }
  if (platformOfIssuer(base) === 'gitlab' || /\/\/gitlab[.-]/.test(base)) {
    return 'Allow GET /.well-known/openid-configuration and GET /oauth/discovery/keys from the internet.'
  }
  return 'Let the internet reach /.well-known/openid-configuration and the address in its jwks_uri over https, through every firewall.'
}
