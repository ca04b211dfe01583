import type { TriggerKind } from '../../../components/workload/github-trigger.ts'

interface TriggerWords {
  /** Stands before a name; null where there is nothing to name. */
  readonly one: string | null
  readonly find: string
  /** Opens the search, which also takes a name by hand. */
  readonly other: string | null
}

export const triggerWords: Readonly<Record<TriggerKind, TriggerWords>> = {
  environment: { one: 'Environment', find: 'Find or name an environment', other: 'Another environment…' },
  branch: { one: 'Branch', find: 'Find or name a branch', other: 'Another branch…' },
  tag: { one: 'Tag', find: 'Find or name a tag', other: 'Another tag…' },
  'pull-request': { one: null, find: '', other: null },
}
