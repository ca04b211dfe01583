import type { TrustTab } from './trust-tabs.ts'

/**
 * How the way to the proof looks: nowhere where that section is open, and quiet beside the section's own first action. One action
 * of a page is the first.
 */
export function proofLook(tab: TrustTab, hasFormOpen: boolean): 'primary' | 'secondary' | null {
  if (tab === 'prove') return null
  return tab === 'overview' && !hasFormOpen ? 'primary' : 'secondary'
}
