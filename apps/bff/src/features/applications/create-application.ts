import type { CreatedApplication, NewApplication } from '@trustwright/shared-schemas'
import { auditedWrite } from '../../domain/audited-write.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import type { ApplicationDeps } from './application-deps.ts'
import { createServicePrincipal } from './create-service-principal.ts'
import { makeOwner } from './make-owner.ts'

type NotDone = CreatedApplication['notDone'][number]

/**
 * Registers the application, then makes its service principal and the caller its owner. When a later step is refused the
 * application stays: the answer tells what was not done.
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
  const { appId } = application
  const notDone: CreatedApplication['notDone'] = []
  const attempt = async <T>(step: NotDone['step'], work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof PortalError)) throw error
      const { code, detail, nextStep } = error
      notDone.push({ step, code, detail, nextStep })
      return null
    }
  }
  const servicePrincipalId = await attempt('service-principal', () =>
    createServicePrincipal(deps, caller, appId),
  )
  await attempt('owner', () => makeOwner(deps, caller, appId))
  return { application, servicePrincipalId, notDone }
}
