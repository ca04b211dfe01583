import type { Operation } from '../kernel/operation.ts'
import { outsideIssuers } from './issuer-catalogue.ts'

const { host, keysPath, keyPurpose } = outsideIssuers.github

export const getGithubKeys: Operation = {
  id: 'issuers/get-github-keys',
  method: 'GET',
  host: (asked) => asked === host,
  path: keysPath,
  summary: 'Public keys of GitHub Actions',
  source: 'https://www.rfc-editor.org/rfc/rfc7517',
  handle: async (_request, world) => ({ status: 200, body: await world.keys.publicKeys(keyPurpose) }),
}
