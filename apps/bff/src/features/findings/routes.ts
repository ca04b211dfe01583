import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { registerFile } from '../../routes/register-file.ts'
import { acceptFindings } from './accept-findings.ts'
import { createAcceptRule, listAcceptRules, withdrawAcceptRule } from './accept-rules.ts'
import { exportFindings } from './export-findings.ts'
import type { FindingDeps } from './finding-deps.ts'
import { listFindings, pickFindings } from './list-findings.ts'
import { readFinding } from './read-finding.ts'
import { readGroups } from './read-groups.ts'
import { readMarks } from './read-marks.ts'
import { reopenFindings } from './reopen-findings.ts'
import { whoseOf } from './whose.ts'

export function registerFindingRoutes(app: FastifyInstance, deps: FindingDeps): void {
  const { runs } = deps
  registerEndpoint(app, endpoints.readFindingGroups, ({ caller, query }) =>
    readGroups(deps, whoseOf(caller, query.of)),
  )
  registerEndpoint(app, endpoints.listFindings, ({ caller, query }) =>
    listFindings(deps, whoseOf(caller, query.of), query),
  )
  registerEndpoint(app, endpoints.pickFindings, ({ caller, query }) =>
    pickFindings(deps, whoseOf(caller, query.of), query),
  )
  registerEndpoint(app, endpoints.readFinding, ({ caller, params, query }) =>
    readFinding(deps, whoseOf(caller, query.of), params.hash),
  )
  registerEndpoint(app, endpoints.readFindingMarks, ({ caller, query }) =>
    readMarks(deps, whoseOf(caller, query.of)),
  )
  registerEndpoint(app, endpoints.judgeFindings, ({ caller, query }) => {
    // Its end is read with the groups.
    void runs.refresh({ ...whoseOf(caller, query.of), caller })
    return { started: true }
  })
  registerFile(app, endpoints.exportFindings, ({ caller, query }) =>
    exportFindings(deps, caller, whoseOf(caller, query.of), query),
  )
  registerEndpoint(app, endpoints.acceptFindings, ({ caller, body }) => acceptFindings(deps, caller, body))
  registerEndpoint(app, endpoints.reopenFindings, ({ caller, body }) => reopenFindings(deps, caller, body))
  registerEndpoint(app, endpoints.listAcceptRules, ({ caller, query }) =>
    listAcceptRules(deps, whoseOf(caller, query.of)),
  )
  registerEndpoint(app, endpoints.createAcceptRule, ({ caller, body }) =>
    createAcceptRule(deps, caller, body),
  )
  registerEndpoint(app, endpoints.withdrawAcceptRule, ({ caller, params }) =>
    withdrawAcceptRule(deps, caller, params.acceptRuleId),
  )
}
