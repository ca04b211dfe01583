import { isAksParent } from '../parent-case.ts'
import { fixOf, type TrustRule } from '../rule.ts'
import type { TrustCase } from '../trust-case.ts'
import { type Fact, known, unknown } from '../facts/fact.ts'

/** https://learn.microsoft.com/azure/aks/identity-bindings-concepts */
export const aksManaged: TrustRule = {
  id: 'aks-managed',
  about: 'trust',
  title: 'AKS keeps it: never touch',
  severity: 'info',
  because: 'It is no fault; a change by hand breaks a cluster.',
  needs: 'The stored values, and whether AKS made the identity.',
  remedy: 'Leave it alone, and change it at the cluster.',
  judge(trustCase) {
    const managed = isAksManaged(trustCase)
    if (!managed.known) return { gap: managed.because }
    if (!managed.value) return null
    const { trust, parent, isAksMade } = trustCase
    return {
      text: 'A change by hand breaks the cluster: AKS made this and keeps it itself.',
      evidence: isAksMade
        ? `${trust.name}: ${trust.issuer}`
        : `AKS made the identity ${parent?.displayName ?? ''}`,
      fix: fixOf(
        'Leave it alone. Change or remove it at the cluster: az aks identity-binding, or the add-on.',
      ),
      news: [],
    }
  },
}

/** Whether AKS keeps the trust, or the identity that it is on. */
export function isAksManaged({ isAksMade, parent }: TrustCase): Fact<boolean> {
  if (isAksMade) return known(true)
  return parent === null ? unknown('not-read') : isAksParent(parent)
}
