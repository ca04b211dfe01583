import type { Operation } from '../kernel/operation.ts'
import { getClusterDiscovery } from './get-cluster-discovery.ts'
import { getClusterKeys } from './get-cluster-keys.ts'
import { getGithubDiscovery } from './get-github-discovery.ts'
import { getGithubKeys } from './get-github-keys.ts'
import { getSample } from './get-sample.ts'
import { postSample } from './post-sample.ts'
import { postToken } from './post-token.ts'

export const issuerOperations: readonly Operation[] = [
  getGithubDiscovery,
  getGithubKeys,
  getClusterDiscovery,
  getClusterKeys,
  postToken,
  getSample,
  postSample,
]
