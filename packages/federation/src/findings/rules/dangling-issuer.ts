import type { ProbeAnswer } from '../../diagnosis/probe-view.ts'
import { aksHost } from '../../presets/issuer-facts.ts'
import { fixOf, type Hit, type Outcome, type TrustRule } from '../rule.ts'
import { isSharedIssuer } from '../shared-issuers.ts'
import type { TrustCase } from '../trust-case.ts'

/** https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations */
export const danglingIssuer: TrustRule = {
  id: 'dangling-issuer',
  about: 'trust',
  title: 'The issuer is gone',
  severity: 'high',
  because: 'Whoever can publish at a name that nobody holds any more signs tokens for every subject of it.',
  needs: 'A probe of the issuer; the issuer that all customers of a platform share needs none.',
  remedy: 'Delete the trust, or bring the issuer back if it is still yours.',
  yieldsTo: ['cannot-match', 'dead-twin', 'issuer-not-public'],
  judge(trustCase) {
    const { probe } = trustCase
    if (!probe.known)
      return isSharedIssuer(trustCase.trust.issuer, trustCase.platform) ? null : { gap: probe.because }
    return judgeAnswer(trustCase, probe.value)
  },
}

function judgeAnswer(trustCase: TrustCase, answer: ProbeAnswer): Outcome {
  if (answer.document !== undefined) return null
  if (answer.error !== undefined && /^(?:dns|enotfound)\b/i.test(answer.error)) return noHost(trustCase)
  if (answer.status === 404 || answer.status === 410) return noDocument(trustCase, answer.status)
  return { gap: 'failed' }
}

function noHost({ trust, host }: TrustCase): Hit {
  return {
    text: `Whoever registers ${host} can sign tokens that get in: the internet knows no such name any more.`,
    evidence: `${trust.issuer}: the name ${host} is not found`,
    fix: fixOf(
      'Delete the trust. If the name is still yours, bring it back first and look at who may publish there.',
      {
        kind: 'delete',
      },
    ),
    news: ['no host'],
  }
}

function noDocument({ trust, host }: TrustCase, status: number): Hit {
  const isAks = aksHost.test(host)
  return {
    text: isAks
      ? 'Nobody gets in: the cluster publishes no keys, so it was deleted or its issuer turned off.'
      : `Nobody gets in today, and whoever can publish at ${host} would: the issuer has no discovery document.`,
    evidence: `${trust.issuer}: the discovery document answers ${status}`,
    fix: fixOf(
      isAks
        ? 'Delete the trust if the cluster is gone; else read its issuer by: az aks show -g GROUP -n CLUSTER --query oidcIssuerProfile.issuerUrl -o tsv'
        : 'Delete the trust if the issuer is gone; else publish /.well-known/openid-configuration again.',
      { kind: 'delete' },
    ),
    news: [`status ${status}`],
    severity: 'medium',
    because: 'The name is still held by somebody; only what it publishes is missing.',
  }
}
