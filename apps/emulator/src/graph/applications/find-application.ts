import type { Application } from '../../kernel/entities/directory.ts'
import type { World } from '../../kernel/world.ts'
import { faults } from '../core/faults.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { keyIn, keyText, type Key } from '../core/keys.ts'
import { refuse } from '../core/refusal.ts'
import { replica } from '../core/replica.ts'
import { demandWrite } from '../core/rights.ts'

const alternates = ['appId', 'uniqueName'] as const

type Source = Pick<World['store']['applications'], 'get' | 'by'>

/** Key of the application in the path: object id, `appId='…'` or `uniqueName='…'`. */
export function applicationKeyIn(call: GraphCall): Key {
  return keyIn(call, 'application', alternates)
}

/** The application in the path as readers see it. Throws 404. */
export function applicationToRead(call: GraphCall): Application {
  const key = applicationKeyIn(call)
  const application = applicationBy(replica(call.world, 'applications'), key)
  if (!application) throw refuse(faults.notFound(keyText(key)))
  return application
}

/** The application in the path for a change of it. Throws 404, and 403 when the caller may not change it. */
export function applicationToWrite(call: GraphCall): Application {
  const key = applicationKeyIn(call)
  const application = applicationBy(call.world.store.applications, key)
  if (!application) throw refuse(faults.notFound(keyText(key)))
  demandWrite(call, application)
  return application
}

/** By object id or alternate key. */
export function applicationBy(source: Source, key: Key): Application | undefined {
  if ('id' in key) return source.by('objectId', key.id.toLowerCase())[0]
  return key.property === 'appId'
    ? source.get(key.value.toLowerCase())
    : source.by('uniqueName', key.value)[0]
}
