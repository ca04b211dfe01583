import type { ReviewMember, ReviewMemberState } from '@trustwright/shared-schemas'
import { and, count, eq, isNotNull } from 'drizzle-orm'
import { reviewItem } from '../../db/schema-reviews.ts'
import { eachOf } from '../../domain/each-of.ts'
import type { Person } from '../../directory-port.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { findReview } from './find-review.ts'
import type { ReviewDeps } from './review-deps.ts'

type Deps = Pick<ReviewDeps, 'directory'>

const atOnce = 4

/**
 * The people behind user names and object IDs. Where the directory may not be read, they stay as they were typed. Throws
 * INPUT_REFUSED for a name that nobody has, and for a blocked account.
 */
export async function resolveMembers(
  { directory }: Deps,
  caller: Caller,
  names: readonly string[],
): Promise<readonly ReviewMember[]> {
  const found = new Map<string, ReviewMember>()
  await eachOf([...new Set(names)], atOnce, async (name) => {
    const person = await lookUp(directory, caller, name)
    if (person === null) refuse(`Nobody in this tenant is called ${name}.`)
    if (person !== 'not-told' && person.enabled === false)
      refuse(`The account of ${name} is blocked: name somebody else.`)
    found.set(name, person === 'not-told' ? asTyped(name) : memberOf(person))
  })
  const members = [...new Set(names)].flatMap((name) => found.get(name) ?? [])
  // One person may be named twice, by name and by ID.
  return [...new Map(members.map((member) => [member.objectId ?? member.username, member])).values()]
}

/** Of each one: whether the account is there, and how many trusts they decided about. */
export async function readMembers(
  { db, directory }: Pick<ReviewDeps, 'db' | 'directory'>,
  caller: Caller,
  reviewId: string,
): Promise<ReviewMemberState[]> {
  const row = await findReview(db, caller, reviewId)
  const decided = await db
    .select({ objectId: reviewItem.byObjectId, decided: count() })
    .from(reviewItem)
    .where(and(eq(reviewItem.reviewId, reviewId), isNotNull(reviewItem.decision)))
    .groupBy(reviewItem.byObjectId)
  const byPerson = new Map(decided.map((each) => [each.objectId, each.decided]))
  const states = new Map<string, ReviewMemberState['state']>()
  await eachOf(row.reviewers, atOnce, async ({ objectId, username }) => {
    const person = await lookUp(directory, caller, objectId ?? username).catch(() => 'not-told' as const)
    const isLeft = person === null || (person !== 'not-told' && person.enabled === false)
    states.set(username, person === 'not-told' ? person : isLeft ? 'left' : 'there')
  })
  return row.reviewers.map((member) => ({
    ...member,
    state: states.get(member.username) ?? 'not-told',
    decided: byPerson.get(member.objectId) ?? 0,
  }))
}

export function memberOf({ displayName, objectId, username }: Person): ReviewMember {
  return { objectId, username: username.toLowerCase(), displayName }
}

/** Null: there is nobody. */
async function lookUp(
  directory: ReviewDeps['directory'],
  caller: Caller,
  name: string,
): Promise<Person | null | 'not-told'> {
  try {
    return await directory.findPerson(caller, name)
  } catch (error) {
    if (error instanceof PortalError && error.code === 'FORBIDDEN') return 'not-told'
    throw error
  }
}

function asTyped(name: string): ReviewMember {
  return { objectId: name.includes('@') ? null : name, username: name, displayName: '' }
}

function refuse(message: string): never {
  throw new PortalError('INPUT_REFUSED', { fields: [{ path: 'reviewers', message }] })
}
