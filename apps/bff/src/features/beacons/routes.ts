import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { createStreams } from '../../domain/streams.ts'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { registerStream } from '../../routes/register-stream.ts'
import { whileOpen } from '../../routes/while-open.ts'
import type { BeaconDeps } from './beacon-deps.ts'
import { followBeacon } from './follow-beacon.ts'
import { registerHearing } from './hearing-route.ts'
import { listBeacons } from './list-beacons.ts'
import { openBeacon } from './open-beacon.ts'
import { ownBeacon } from './own-beacon.ts'
import { toBeacon } from './to-beacon.ts'

export function registerBeaconRoutes(app: FastifyInstance, deps: BeaconDeps): void {
  const streams = createStreams()
  const stop = new AbortController()
  app.addHook('preClose', async () => stop.abort())
  registerEndpoint(app, endpoints.openBeacon, ({ caller, body }) => openBeacon(deps, caller, body))
  registerEndpoint(app, endpoints.listBeacons, async ({ caller }) => ({
    beacons: await listBeacons(deps, caller),
  }))
  registerEndpoint(app, endpoints.readBeacon, async ({ caller, params }) =>
    toBeacon(await ownBeacon(deps, caller, params.beaconId), deps.clock.now()),
  )
  registerStream(app, endpoints.followBeacon, ({ caller, params: { beaconId }, reply }) =>
    followBeacon({ deps, streams, caller, beaconId, signal: whileOpen(reply, stop.signal) }),
  )
  registerHearing(app, deps)
}
