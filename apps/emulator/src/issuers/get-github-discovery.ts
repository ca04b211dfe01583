import type { Operation } from '../kernel/operation.ts'
import { outsideIssuers } from './issuer-catalogue.ts'

const { issuer, host, discoveryPath, keysPath } = outsideIssuers.github

export const getGithubDiscovery: Operation = {
  id: 'issuers/get-github-discovery',
  method: 'GET',
  host: (asked) => asked === host,
  path: discoveryPath,
  summary: 'Discovery document of GitHub Actions',
  source: 'https://token.actions.githubusercontent.com/.well-known/openid-configuration',
  handle: () => ({
    status: 200,
    body: {
      issuer,
      jwks_uri: `https://${host}${keysPath}`,
      subject_types_supported: ['public', 'pairwise'],
      response_types_supported: ['id_token'],
      claims_supported: ['sub', 'aud', 'exp', 'iat', 'iss', 'jti', 'nbf', 'ref', 'repository', 'environment'],
      id_token_signing_alg_values_supported: ['RS256'],
      scopes_supported: ['openid'],
    },
  }),
}
