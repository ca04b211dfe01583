import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { applicationHolder, identityHolder } from '../../domain/credential-holder.ts'
import { createStreams } from '../../domain/streams.ts'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { registerStream } from '../../routes/register-stream.ts'
import { whileOpen } from '../../routes/while-open.ts'
import { attemptProof } from './attempt-proof.ts'
import { checkTrust } from './check-trust.ts'
import { findSignIns } from './find-sign-ins.ts'
import { matchClaims } from './match-claims.ts'
import { proveTrust } from './prove-trust.ts'
import type { ProofDeps } from './proof-deps.ts'

export function registerProofRoutes(app: FastifyInstance, deps: ProofDeps): void {
  registerEndpoint(app, endpoints.proveTrust, ({ caller, params: { trustName, ...path }, body }) =>
    proveTrust(deps, caller, identityHolder(deps.arm, path), trustName, body.token),
  )
  registerEndpoint(app, endpoints.proveApplicationTrust, ({ caller, params: { appId, trustName }, body }) =>
    proveTrust(deps, caller, applicationHolder(deps.directory, appId), trustName, body.token),
  )
  registerEndpoint(app, endpoints.checkTrust, ({ caller, body }) => checkTrust(deps, caller, body))
  registerEndpoint(app, endpoints.matchTrust, ({ caller, body }) => matchClaims(deps, caller, body))
  registerEndpoint(app, endpoints.findSignIns, ({ caller, body }) => findSignIns(deps, caller, body))
  const streams = createStreams()
  const stop = new AbortController()
  app.addHook('preClose', async () => stop.abort())
  registerStream(app, endpoints.attemptProof, ({ caller, body: asked, reply }) =>
    attemptProof({ deps, streams, caller, asked, signal: whileOpen(reply, stop.signal) }),
  )
}
