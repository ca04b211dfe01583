import type { Operation } from '../kernel/operation.ts'
import { outsideIssuers } from './issuer-catalogue.ts'

const { host, keysPath, keyPurpose } = outsideIssuers.cluster

export const getClusterKeys: Operation = {
  id: 'issuers/get-cluster-keys',
  method: 'GET',
  host: (asked) => asked === host,
  path: keysPath,
  summary: 'Public keys of a Kubernetes cluster',
  source: 'https://www.rfc-editor.org/rfc/rfc7517',
  handle: async (_request, world) => ({ status: 200, body: await world.keys.publicKeys(keyPurpose) }),
}
