import type { InventoryScan } from '@trustwright/shared-schemas'

/** What a run counts. */
export type ScanCounts = Pick<
  InventoryScan,
  | 'subscriptionsFound'
  | 'subscriptionsUnreadable'
  | 'identitiesFound'
  | 'identitiesRead'
  | 'identitiesUnreadable'
  | 'applicationsFound'
  | 'applicationsRead'
  | 'applicationsUnreadable'
  | 'trustsFound'
>

export const noCounts: ScanCounts = {
  subscriptionsFound: 0,
  subscriptionsUnreadable: 0,
  identitiesFound: 0,
  identitiesRead: 0,
  identitiesUnreadable: 0,
  applicationsFound: 0,
  applicationsRead: 0,
  applicationsUnreadable: 0,
  trustsFound: 0,
}

/** Identities and applications that are done with. */
export function parentsDone(counts: ScanCounts): number {
  const { identitiesRead, identitiesUnreadable, applicationsRead, applicationsUnreadable } = counts
  return identitiesRead + identitiesUnreadable + applicationsRead + applicationsUnreadable
}

export function parentsFound({ identitiesFound, applicationsFound }: ScanCounts): number {
  return identitiesFound + applicationsFound
}
