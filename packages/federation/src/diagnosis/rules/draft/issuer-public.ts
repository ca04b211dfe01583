import { type Cause, causeOf } from '../../cause.ts'
import type { DraftRule } from '../../draft-view.ts'

/** Names that no public resolver knows. https://www.iana.org/assignments/special-use-domain-names */
const reservedNames =
  /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|svc|test|example|invalid|onion|home\.arpa)$/
/** https://www.iana.org/assignments/iana-ipv4-special-registry */
const privateAddresses =
  /^(?:0|10|127)\.|^169\.254\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^198\.1[89]\./
const clusterNames =
  /(?:^|\.)svc$|\.svc\.(?:[a-z0-9-]+\.)*(?:local|internal|lan)$|\.cluster\.local$|^kubernetes(?:\.default(?:\.svc(?:\..+)?)?)?$/

/** Issuers that Entra cannot reach from the internet. https://azure.github.io/azure-workload-identity/docs/troubleshooting.html */
export const issuerPublic: DraftRule = ({ issuer, host }) => {
  if (issuer.trim() === 'kubernetes/serviceaccount' || clusterNames.test(host)) return [inCluster(issuer)]
  return isPrivate(host) ? [notPublic(host)] : []
}

/** Whether a host is known to be out of the internet's reach; public names may still be behind a firewall. */
export function isPrivate(host: string): boolean {
  if (host === '') return false
  return (
    reservedNames.test(host) ||
    (/^\d+(?:\.\d+){3}$/.test(host) && privateAddresses.test(host)) ||
    /^\[(?:::1|::|f[cd]|fe[89ab])/i.test(host) ||
    !/[.[]/.test(host)
  )
}

/** The cluster's inner name, told apart from other private hosts: its fix is another one. */
export function isInCluster(host: string): boolean {
  return clusterNames.test(host)
}

function inCluster(issuer: string): Cause {
  return causeOf('issuer-in-cluster', {
    severity: 'block',
    certainty: 'certain',
    field: 'issuer',
    text: 'Entra can never verify these tokens: this is the in-cluster name of the API server, which is not public.',
    evidence: `Issuer: ${issuer}`,
    fix: 'Give the API server a public https issuer (--service-account-issuer, or the OIDC issuer of a managed cluster), restart the pods, and use that address.',
  })
}

function notPublic(host: string): Cause {
  return causeOf('issuer-private', {
    severity: 'block',
    certainty: 'certain',
    field: 'issuer',
    text: `Entra cannot reach ${host} from the internet, so it cannot read the keys that sign the tokens.`,
    evidence: `The host ${host} is private: no public name or address.`,
    fix: 'Publish the discovery document (/.well-known/openid-configuration) and the keys at a public https address, open the firewall for both, and make that address the issuer.',
  })
}
