import type { SignIn } from '../../kernel/entities/sign-ins.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import type { Filter } from '../query/filter.ts'
import { collectionAnswer } from '../query/list-answer.ts'
import { demandSignInReader } from './demand-report-reader.ts'
import { signInType } from './sign-in-type.ts'

export const listSignIns = graphOperation({
  id: 'graph/list-sign-ins',
  method: 'GET',
  path: '/auditLogs/signIns',
  summary: 'Sign-ins, newest first; beta names the federated credential that was used',
  source: 'https://learn.microsoft.com/graph/api/signin-list?view=graph-rest-beta',
  permissions: permissions.readLogs,
  quota: 'reports',
  handle: (call) => {
    demandSignInReader(call)
    return collectionAnswer(call, {
      type: signInType.info,
      context: 'auditLogs/signIns',
      items: (filter) => rowsFor(call, filter),
      largestPage: 1000,
    })
  },
})

/** Without a filter on `signInEventTypes` people's interactive sign-ins alone. v1.0 knows no others. */
function rowsFor(call: GraphCall, filter: Filter | undefined) {
  const asked = call.version === 'beta' && names(filter, 'signineventtypes')
  const wanted = (signIn: SignIn) => asked || signIn.eventType === 'interactiveUser'
  const rows = call.world.store.signIns.list().filter(wanted).toReversed()
  return rows.map((signIn) => signInType.item(signIn, call))
}

function names(filter: Filter | undefined, property: string): boolean {
  if (!filter) return false
  if (filter.kind === 'and' || filter.kind === 'or')
    return names(filter.left, property) || names(filter.right, property)
  if (filter.kind === 'not') return names(filter.of, property)
  return filter.path[0]?.toLowerCase() === property
}
