import { type FindingRuleId, findingRuleIds } from './rule-ids.ts'
import type { FindingRule } from './rule.ts'
import { aksManaged } from './rules/aks-managed.ts'
import { cannotMatch } from './rules/cannot-match.ts'
import { danglingIssuer } from './rules/dangling-issuer.ts'
import { danglingWorkload } from './rules/dangling-workload.ts'
import { deadTwin } from './rules/dead-twin.ts'
import { idMigrationDue } from './rules/id-migration-due.ts'
import { issuerNotAllowed } from './rules/issuer-not-allowed.ts'
import { issuerNotPublic } from './rules/issuer-not-public.ts'
import { issuerUnknown } from './rules/issuer-unknown.ts'
import { keyExposed } from './rules/key-exposed.ts'
import { mutableSubject } from './rules/mutable-subject.ts'
import { nearLimit } from './rules/near-limit.ts'
import { neverUsed } from './rules/never-used.ts'
import { noOwner } from './rules/no-owner.ts'
import { patternTooWide } from './rules/pattern-too-wide.ts'
import { policyRefuses } from './rules/policy-refuses.ts'
import { privilegedDirectoryAccess } from './rules/privileged-directory-access.ts'
import { pullRequestWrite } from './rules/pull-request-write.ts'
import { sharedSubject } from './rules/shared-subject.ts'
import { unused } from './rules/unused.ts'
import { unusualAudience } from './rules/unusual-audience.ts'
import { wideRole } from './rules/wide-role.ts'

/** Every rule under its ID. A new one is a file in `rules/`, its ID in the list of them, and a line here. */
const byId: Readonly<Record<FindingRuleId, FindingRule>> = {
  'key-exposed': keyExposed,
  'dangling-workload': danglingWorkload,
  'dangling-issuer': danglingIssuer,
  'pattern-too-wide': patternTooWide,
  'privileged-directory-access': privilegedDirectoryAccess,
  'wide-role': wideRole,
  'pull-request-write': pullRequestWrite,
  'issuer-not-allowed': issuerNotAllowed,
  'policy-refuses': policyRefuses,
  'issuer-not-public': issuerNotPublic,
  'issuer-unknown': issuerUnknown,
  'mutable-subject': mutableSubject,
  'id-migration-due': idMigrationDue,
  'cannot-match': cannotMatch,
  'dead-twin': deadTwin,
  'unusual-audience': unusualAudience,
  'shared-subject': sharedSubject,
  unused,
  'never-used': neverUsed,
  'no-owner': noOwner,
  'near-limit': nearLimit,
  'aks-managed': aksManaged,
}

/** In the order of their IDs' list. */
export const findingRules: readonly FindingRule[] = findingRuleIds.map((id) => byId[id])
