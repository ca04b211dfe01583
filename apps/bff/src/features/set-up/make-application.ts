import type { Application } from '@trustwright/shared-schemas'
import { auditedWrite } from '../../domain/audited-write.ts'
import type { ActiveRun, StepEnd } from './active-run.ts'
import type { ParentFacts } from './parent-facts.ts'
import type { StepPayload } from './plan-steps.ts'

/** Names of applications are no keys, so it gets a unique name, by which it is found again. */
export async function makeApplication(
  { audit, caller, directory, signal, writePace }: ActiveRun,
  { parentKey }: ParentFacts,
  { displayName, uniqueName }: Extract<StepPayload, { kind: 'application' }>,
): Promise<StepEnd> {
  const found = await directory.findUniqueApplication(caller, uniqueName)
  if (found !== null) return { state: 'already-there', result: idsOf(found) }
  await writePace.turn(parentKey, signal)
  const created = await auditedWrite(
    audit,
    { caller, operation: 'application.create', target: '/applications', after: { displayName } },
    () => directory.createUniqueApplication(caller, { displayName }, uniqueName),
    (application) => ({ ...application }),
  )
  return { state: 'done', result: idsOf(created) }
}

function idsOf({ appId, objectId }: Application): Record<string, string> {
  return { appId, clientId: appId, objectId }
}
