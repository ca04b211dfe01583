import type { FastifyInstance } from 'fastify'
import { registerGithubAuthRoutes } from './auth/github-auth-routes.ts'
import { GithubConnectionStore } from './auth/github-connections.ts'
import { githubSignIn } from './auth/github-sign-in.ts'
import { Sealer } from './auth/sealing.ts'
import { SignInAttempts } from './auth/sign-in-attempts.ts'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import { createGithubLooks, type GithubLooks } from './domain/github-looks.ts'
import { createGithubReading } from './domain/github-reading.ts'
import { registerGithubRoutes } from './features/github/routes.ts'
import { createGithubOauth } from './github/github-oauth.ts'
import { createGithubPolicy } from './github/github-policy.ts'
import { createGithub } from './github/github.ts'
import type { Github, GithubConnections } from './github-port.ts'
import type { Clock } from './ports.ts'
import type { Services } from './services.ts'

export interface GithubWiring extends Pick<Services, 'audit' | 'sessions'> {
  readonly config: Config
  readonly database: Database
  readonly clock: Clock
}

/** GitHub's REST interface and sign-in, and what uses them; `looks` judge trusts. */
export function wireGithub(
  app: FastifyInstance,
  wiring: GithubWiring,
): { readonly connections: GithubConnections; readonly github: Github; readonly looks: GithubLooks } {
  const { audit, clock, config, database, sessions } = wiring
  const { apiUrl, issuerHost, webUrl, tokenUrl, app: registration } = config.github
  const sealer = new Sealer(config.sessionKeys)
  const policy = createGithubPolicy()
  const redirectUri = `${config.portalOrigin}/auth/github/callback`
  const oauth =
    registration &&
    createGithubOauth({ ...registration, apiUrl, webUrl, tokenUrl, redirectUri, clock, policy })
  const connections = new GithubConnectionStore(database, sealer, clock, oauth)
  const attempts = new SignInAttempts(database, sealer, clock, githubSignIn)
  registerGithubAuthRoutes(app, { attempts, audit, connections, oauth, sessions })
  const github = createGithub({ apiUrl, webUrl, clock, policy })
  registerGithubRoutes(app, { audit, connections, github, oauth, webUrl })
  const read = createGithubReading({ clock, connections, github })
  return { connections, github, looks: createGithubLooks({ connections, issuerHost, read }) }
}
