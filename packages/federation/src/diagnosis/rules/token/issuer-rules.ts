import type { Cause } from '../../cause.ts'
import type { Pair } from '../../claims/pair.ts'
import type { PairRule } from '../../claims/pair-cause.ts'
import { azureDevops } from './issuer/azure-devops.ts'
import { copiedSlash } from './issuer/copied-slash.ts'
import { issuerDiffers } from './issuer/differs.ts'
import { entraIssuer } from './issuer/entra.ts'
import { github } from './issuer/github.ts'
import { inCluster } from './issuer/in-cluster.ts'
import { otherCluster } from './issuer/other-cluster.ts'
import { slash } from './issuer/slash.ts'
import { spelling } from './issuer/spelling.ts'

/** The first that answers is the reason: each knows less about the two issuers than the one before. */
const rules: readonly PairRule[] = [
  copiedSlash,
  slash,
  spelling,
  inCluster,
  azureDevops,
  entraIssuer,
  github,
  otherCluster,
  issuerDiffers,
]

/** Why the issuers of a pair differ; nothing when they do not. */
export function issuerCauses(pair: Pair): readonly Cause[] {
  for (const rule of rules) {
    const causes = rule(pair)
    if (causes.length > 0) return causes
  }
  return []
}
