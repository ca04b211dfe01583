import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { asPerson } from '../../domain/github-as-person.ts'
import { readRepository } from '../../domain/github-repository.ts'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { deleteConnection, readConnection } from './connection.ts'
import type { GithubDeps } from './github-deps.ts'
import { listNames } from './list-names.ts'

export function registerGithubRoutes(app: FastifyInstance, deps: GithubDeps): void {
  const { github } = deps
  registerEndpoint(app, endpoints.readGithubRepository, ({ caller, params, query }) =>
    asPerson(deps, caller, query, (ask) => readRepository(github, ask, params)),
  )
  registerEndpoint(app, endpoints.listGithubEnvironments, ({ caller, params, query }) =>
    asPerson(deps, caller, query, (ask) => github.listEnvironments(ask, params)),
  )
  registerEndpoint(app, endpoints.listGithubBranches, ({ caller, params: path, query }) =>
    asPerson(deps, caller, query, (ask) =>
      listNames(github, ask, { path, of: 'branches', search: query.search }),
    ),
  )
  registerEndpoint(app, endpoints.listGithubTags, ({ caller, params: path, query }) =>
    asPerson(deps, caller, query, (ask) =>
      listNames(github, ask, { path, of: 'tags', search: query.search }),
    ),
  )
  registerEndpoint(app, endpoints.readGithubConnection, ({ caller }) => readConnection(deps, caller))
  registerEndpoint(app, endpoints.deleteGithubConnection, ({ caller }) => deleteConnection(deps, caller))
}
