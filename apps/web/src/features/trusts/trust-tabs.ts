/** The sections of a trust's page, in their order. */
export const trustTabs = [
  ['overview', 'Overview'],
  ['prove', 'Prove'],
  ['access', 'Access'],
  ['code', 'Code'],
  ['activity', 'Activity'],
] as const
export type TrustTab = (typeof trustTabs)[number][0]
