import type { DraftParent } from '@trustwright/shared-schemas'
import { useParentName } from '../../../components/parent/use-parent-name.ts'

const nobody = { kind: 'managedIdentity', subscriptionId: '', resourceGroup: '', identityName: '' } as const

/** What Azure calls the existing identity or application of a draft; null where it is not one that exists. */
export function useNameOfParent(parent: DraftParent | null): string | null {
  const existing = parent?.kind === 'existing' ? parent.parent : null
  const name = useParentName(existing ?? nobody)
  return existing === null ? null : name
}
