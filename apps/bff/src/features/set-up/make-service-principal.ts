import { auditedWrite } from '../../domain/audited-write.ts'
import { applicationId } from '../../domain/resource-ids.ts'
import type { ActiveRun, StepEnd } from './active-run.ts'
import type { ParentFacts } from './parent-facts.ts'

/** Without it nothing can sign in as the application. */
export async function makeServicePrincipal(
  { audit, caller, directory, signal, writePace }: ActiveRun,
  facts: ParentFacts,
): Promise<StepEnd> {
  const appId = facts.appId()
  const found = await directory.findServicePrincipal(caller, appId)
  if (found !== null) return { state: 'already-there', result: { appId, principalId: found } }
  await writePace.turn(facts.parentKey, signal)
  const target = `${applicationId(appId)}/servicePrincipal`
  const principalId = await auditedWrite(
    audit,
    { caller, operation: 'application.create', target, after: { appId } },
    () => directory.createServicePrincipal(caller, appId),
    (servicePrincipalId) => ({ appId, servicePrincipalId }),
  )
  return { state: 'done', result: { appId, principalId } }
}
