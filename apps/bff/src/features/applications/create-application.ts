import type { CreatedApplication, NewApplication } from '@trustwright/shared-schemas'
import { auditedWrite } from '../../domain/audited-write.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import type { ApplicationDeps } from './application-deps.ts'
import { createServicePrincipal } from './create-service-principal.ts'

/**
 * Registers the application, then makes its service principal. When the second step is refused the application stays:
 * the answer tells what was not done.
 */
export async function createApplication(
  deps: ApplicationDeps,
  caller: Caller,
  wanted: NewApplication,
): Promise<CreatedApplication> {
  const { audit, directory } = deps
  const application = await auditedWrite(
    audit,
    // The application ID is Graph's to give, so the record begins at the list.
    { caller, operation: 'application.create', target: '/applications', after: { ...wanted } },
    () => directory.createApplication(caller, wanted),
    (created) => ({ ...created }),
  )
  try {
    const servicePrincipalId = await createServicePrincipal(deps, caller, application.appId)
    return { application, servicePrincipalId, notDone: [] }
  } catch (error) {
    if (!(error instanceof PortalError)) throw error
    const { code, detail, nextStep } = error
    const notDone = [{ step: 'service-principal' as const, code, detail, nextStep }]
    return { application, servicePrincipalId: null, notDone }
  }
}
