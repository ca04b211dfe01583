import { clusterIssuer, githubIssuer } from '../seed.ts'

export type IssuerId = 'github' | 'cluster'

export interface OutsideIssuer {
  id: IssuerId
  title: string
  /** Exactly the `iss` of its tokens. */
  issuer: string
  host: string
  discoveryPath: string
  keysPath: string
  /** Purpose of its signing key. */
  keyPurpose: string
}

export const outsideIssuers: Record<IssuerId, OutsideIssuer> = {
  github: describe('github', 'GitHub Actions', githubIssuer, '.well-known/jwks'),
  cluster: describe('cluster', 'Kubernetes cluster (AKS)', clusterIssuer, 'openid/v1/jwks'),
}

function describe(id: IssuerId, title: string, issuer: string, keys: string): OutsideIssuer {
  const { hostname, pathname } = new URL(issuer)
  const folder = pathname.endsWith('/') ? pathname : `${pathname}/`
  return {
    id,
    title,
    issuer,
    host: hostname,
    discoveryPath: `${folder}.well-known/openid-configuration`,
    keysPath: `${folder}${keys}`,
    keyPurpose: `issuer-${id}`,
  }
}
