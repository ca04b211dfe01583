import { auditedWrite } from '../../domain/audited-write.ts'
import { applicationId } from '../../domain/resource-ids.ts'
import type { Caller } from '../../ports.ts'
import type { ApplicationDeps } from './application-deps.ts'

/** Without it nothing can sign in as the application. Returns its object ID. */
export async function createServicePrincipal(
  { audit, directory }: ApplicationDeps,
  caller: Caller,
  appId: string,
): Promise<string> {
  const target = `${applicationId(appId)}/servicePrincipal`
  return auditedWrite(
    audit,
    { caller, operation: 'application.create', target, after: { appId } },
    () => directory.createServicePrincipal(caller, appId),
    (servicePrincipalId) => ({ appId, servicePrincipalId }),
  )
}
