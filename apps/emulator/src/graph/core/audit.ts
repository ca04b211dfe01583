import type { DirectoryAudit } from '../../kernel/entities/directory.ts'
import type { GraphCall } from './graph-call.ts'

const mostKept = 5000

/**
 * Notes a change for `auditLogs/directoryAudits`; the oldest rows go.
 * Activities: https://learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities
 */
export function audit(
  { world, caller, request }: GraphCall,
  change: Pick<DirectoryAudit, 'activity' | 'operationType' | 'target'> &
    Partial<Pick<DirectoryAudit, 'changes'>>,
): void {
  const { directoryAudits } = world.store
  const id = `Directory_${world.newGuid()}`
  const { objectId, upn, displayName, kind, appId } = caller
  directoryAudits.put(id, {
    changes: [],
    ...change,
    id,
    at: world.clock.now(),
    correlationId: request.headers['client-request-id'] ?? world.newGuid(),
    initiator: { kind, id: objectId, name: upn ?? displayName ?? null, appId },
  })
  if (directoryAudits.size() <= mostKept) return
  const [oldest] = directoryAudits.values()
  if (oldest) directoryAudits.delete(oldest.id)
}
