import type { Operation } from '../kernel/operation.ts'
import { outsideIssuers } from './issuer-catalogue.ts'

const { issuer, host, discoveryPath, keysPath } = outsideIssuers.cluster

export const getClusterDiscovery: Operation = {
  id: 'issuers/get-cluster-discovery',
  method: 'GET',
  host: (asked) => asked === host,
  path: discoveryPath,
  summary: 'Discovery document of a Kubernetes cluster',
  source:
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#service-account-issuer-discovery',
  handle: () => ({
    status: 200,
    body: {
      issuer,
      jwks_uri: `https://${host}${keysPath}`,
      response_types_supported: ['id_token'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    },
  }),
}
