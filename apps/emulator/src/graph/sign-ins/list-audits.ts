import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { collectionAnswer } from '../query/list-answer.ts'
import { auditType } from './audit-type.ts'
import { demandReportReader } from './demand-report-reader.ts'

export const listAudits = graphOperation({
  id: 'graph/list-audits',
  method: 'GET',
  path: '/auditLogs/directoryAudits',
  summary: 'Changes of applications and their credentials, newest first',
  source: 'https://learn.microsoft.com/graph/api/directoryaudit-list',
  permissions: permissions.readLogs,
  quota: 'reports',
  handle: (call) => {
    demandReportReader(call)
    const rows = call.world.store.directoryAudits.list().toReversed()
    return collectionAnswer(call, {
      type: auditType.info,
      context: 'auditLogs/directoryAudits',
      items: rows.map((row) => auditType.item(row, call)),
      largestPage: 1000,
    })
  },
})
