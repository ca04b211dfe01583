import { checkTrust } from '../../check-trust.ts'
import { type Cause, causeOf } from '../../cause.ts'
import { hostOf } from '../../claims/token-context.ts'
import { codeWords, type ErrorCase, type ErrorRule } from '../../error/error-case.ts'
import { aksHost } from '../../../presets/issuer-facts.ts'

/** Entra could not fetch the discovery document or the keys. https://azure.github.io/azure-workload-identity/docs/troubleshooting.html */
export const issuerUnreachable: ErrorRule = (found) => {
  const { code, trusts } = found
  const issuers = [found.failure.quoted.issuer, ...(trusts ?? []).map(({ issuer }) => issuer ?? '')]
  const issuer = issuers.find((one) => one !== undefined && one !== '') ?? ''
  const isTransient = code === '50166'
  return {
    phase: 'exchange',
    causes: [
      causeOf(isTransient ? 'discovery-intermittent' : 'discovery-unreachable', {
        severity: 'block',
        certainty: 'certain',
        text: `Entra could not fetch the discovery document or the keys of the issuer${issuer === '' ? '' : ` ${issuer}`} from the internet${isTransient ? '; this code is often transient' : ''}. The values of the trust are not at fault.`,
        evidence: `${codeWords(code)}: Request to External OIDC endpoint failed`,
        fix: `${isTransient ? 'Retry; if it persists: ' : ''}${fixFor(issuer)}`,
      }),
      ...privateHosts(found),
    ],
  }
}

function fixFor(issuer: string): string {
  if (aksHost.test(hostOf(issuer))) {
    return 'Open /.well-known/openid-configuration of the issuer; reconcile the cluster by: az aks update -g GROUP -n CLUSTER. Open a support ticket if it stays.'
  }
  if (issuer.endsWith('/_services/token')) {
    return 'Let the internet reach /_services/token/.well-known/openid-configuration and /_services/token/.well-known/jwks of the server.'
  }
  return 'Let the internet reach the issuer’s /.well-known/openid-configuration and its jwks_uri over https, with a public certificate.'
}

/** Hosts that no one outside can reach. */
function privateHosts({ trusts }: ErrorCase): readonly Cause[] {
  return (trusts ?? []).flatMap((trust) =>
    checkTrust(trust).causes.filter(({ code }) => code === 'issuer-private'),
  )
}
