import { faults } from '../core/faults.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { keyIn, keyText } from '../core/keys.ts'
import { permissions } from '../core/permissions.ts'
import { refuse } from '../core/refusal.ts'
import { entityAnswer } from '../query/entity-answer.ts'
import { demandSignInReader } from './demand-report-reader.ts'
import { signInType } from './sign-in-type.ts'

export const getSignIn = graphOperation({
  id: 'graph/get-sign-in',
  method: 'GET',
  path: '/auditLogs/signIns[signIn]',
  summary: 'One sign-in',
  source: 'https://learn.microsoft.com/graph/api/signin-get?view=graph-rest-beta',
  permissions: permissions.readLogs,
  quota: 'reports',
  handle: (call) => {
    demandSignInReader(call)
    const id = keyText(keyIn(call, 'signIn'))
    const signIn = call.world.store.signIns.get(id)
    if (!signIn) throw refuse(faults.notFound(id))
    return entityAnswer(call, signInType.item(signIn, call), 'auditLogs/signIns/$entity')
  },
})
