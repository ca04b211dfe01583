import type { World } from '../kernel/world.ts'
import { accounts, extraAccounts } from '../seed.ts'
import type { PlannedParent } from './plan.ts'

/** Left the company: the account is blocked. */
const blocked = {
  role: 'developer',
  objectId: '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0099',
  username: 'lee@contoso.onmicrosoft.com',
  displayName: 'Lee Left',
  password: 'lee-local-only',
  blocked: true,
} as const

const people = [...Object.values(accounts), ...extraAccounts]
const tagNames = ['owner', 'Owner', 'contact', 'team'] as const

export function plantOwners({ store }: World): void {
  store.users.put(blocked.objectId, { ...blocked })
}

/** Object ids of the owners in the directory. */
export function ownerIdsOf({ owner }: PlannedParent, number: number): string[] {
  if (owner === 'blocked') return [blocked.objectId]
  const person = people[number % people.length]
  return owner === 'nobody' || person === undefined ? [] : [person.objectId]
}

/** The directory knows no owner of a managed identity: a tag names one. */
export function tagsOf({ owner }: PlannedParent, number: number): Record<string, string> {
  const stage = { stage: number % 3 === 0 ? 'prod' : 'test' }
  const name = tagNames[number % tagNames.length] ?? 'owner'
  return owner === 'person' ? { ...stage, [name]: `team-${number % 50}` } : stage
}
