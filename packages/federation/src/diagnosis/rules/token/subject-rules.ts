import type { Cause } from '../../cause.ts'
import type { Pair } from '../../claims/pair.ts'
import type { PairRule } from '../../claims/pair-cause.ts'
import { azureDevops } from './subject/azure-devops.ts'
import { subjectDiffers } from './subject/differs.ts'
import { eid1 } from './subject/eid1.ts'
import { expressionCauses } from './subject/expression.ts'
import { github } from './subject/github.ts'
import { gitlab } from './subject/gitlab.ts'
import { kubernetes } from './subject/kubernetes.ts'
import { managedIdentity } from './subject/managed-identity.ts'
import { platformFields } from './subject/platform-fields.ts'
import { stray } from './subject/stray.ts'
import { wildcard } from './subject/wildcard.ts'

/** The first that answers knows the platform best; it tells every difference that it sees. */
const rules: readonly PairRule[] = [
  stray,
  wildcard,
  github,
  kubernetes,
  azureDevops,
  eid1,
  managedIdentity,
  gitlab,
  platformFields,
  subjectDiffers,
]

/** Why the subjects of a pair differ; nothing when they do not. */
export function subjectCauses(pair: Pair): readonly Cause[] {
  if (pair.failedTerms !== null) return expressionCauses(pair)
  for (const rule of rules) {
    const causes = rule(pair)
    if (causes.length > 0) return causes
  }
  return []
}
