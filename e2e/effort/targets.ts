import type { Effort } from './measure.ts'

/** Most that a way may take; `why` says why it may take more than the rest. */
export interface Target extends Omit<Effort, 'keys'> {
  readonly why?: string
}

/** From nothing to a verified trust. */
const fresh: Target = { clicks: 7, typed: 0, pastes: 2, screens: 5, sites: 1, handsOn: 30 }

/** For who has an identity that trusts the workload already. */
const again: Target = { clicks: 4, typed: 0, pastes: 2, screens: 4, sites: 1, handsOn: 30 }

/** The trust's own paste and the token's: two pastes everywhere. Clicks, screens and seconds are as asked, or better. */
export const targets: Readonly<Record<string, { readonly new: Target; readonly repeat: Target }>> = {
  'github-environment': { new: fresh, repeat: again },
  'github-immutable': { new: fresh, repeat: again },
  aks: {
    new: { ...fresh, screens: 6, why: 'The cluster is shown before it is trusted.' },
    repeat: again,
  },
  gitlab: { new: fresh, repeat: again },
  terraform: {
    new: { ...fresh, screens: 6, why: 'No address tells the project of a workspace: it is chosen.' },
    repeat: again,
  },
  'azure-devops': { new: fresh, repeat: again },
}

/** Keys of the way without a pointer, the two of each paste not counted. */
export const mostKeys = 25

/** What was missed, in words; empty where all was kept. */
export function missed(effort: Effort, target: Target): readonly string[] {
  const keys = ['clicks', 'typed', 'pastes', 'screens', 'sites', 'handsOn'] as const
  return keys.flatMap((key) =>
    effort[key] > target[key] ? [`${key}: ${effort[key]} instead of at most ${target[key]}`] : [],
  )
}
