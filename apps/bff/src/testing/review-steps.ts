import type { Review, ReviewItem, ReviewRow } from '@trustwright/shared-schemas'
import { expect } from 'vitest'
import type { SignedInBrowser } from './build-test-app.ts'
import { ended, startPass } from './inventory-steps.ts'
import { call, development } from './portal-world.ts'

export const reviewsUrl = '/api/reviews'
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString()

/** An identity of `rg-pay-dev` with these trusts; ends on nothing read yet. */
export async function makeTrusts(
  person: SignedInBrowser,
  identityName: string,
  names: readonly string[],
): Promise<void> {
  const identities = `/api/subscriptions/${development}/resource-groups/rg-pay-dev/identities`
  await call(person, 'POST', identities, { identityName, location: 'westeurope' })
  for (const name of names) {
    const made = await call(person, 'POST', `${identityUrl(identityName)}/trusts`, {
      name,
      issuer: 'https://token.actions.githubusercontent.com',
      subject: `repo:octo-org/${name}:environment:production`,
      audiences: ['api://AzureADTokenExchange'],
    })
    expect([made.status, made.body]).toMatchObject([201, {}])
  }
}

export const identityUrl = (identityName: string) =>
  `/api/identities/mi/${development}/rg-pay-dev/${identityName}`

export async function readInventoryOf(person: SignedInBrowser): Promise<void> {
  await startPass(person)
  expect((await ended(person)).state).toBe('finished')
}

/** A review of the trusts whose texts hold `query`. */
export async function makeReview(
  admin: SignedInBrowser,
  query: string,
  change: object = {},
): Promise<Review> {
  const wanted = { name: `Review of ${query}`, query, dueAt: tomorrow(), reviewers: [], ...change }
  const { status, body } = await call<Review>(admin, 'POST', reviewsUrl, wanted)
  expect([status, body]).toMatchObject([201, { state: 'open' }])
  return body
}

export async function readReview(person: SignedInBrowser, reviewId: string): Promise<Review> {
  return (await call<Review>(person, 'GET', `${reviewsUrl}/${reviewId}`)).body
}

/** All of them, over their pages. */
export async function rowsOf(person: SignedInBrowser, reviewId: string): Promise<ReviewRow[]> {
  const rows: ReviewRow[] = []
  for (;;) {
    const url = `${reviewsUrl}/${reviewId}/items?offset=${rows.length}&limit=500`
    const page = (await call<{ rows: ReviewRow[] }>(person, 'GET', url)).body.rows
    rows.push(...page)
    if (page.length < 500) return rows
  }
}

export async function itemOf(
  person: SignedInBrowser,
  reviewId: string,
  ordinal: number,
): Promise<ReviewItem> {
  return (await call<ReviewItem>(person, 'GET', `${reviewsUrl}/${reviewId}/items/${ordinal}`)).body
}

export function decide(person: SignedInBrowser, reviewId: string, ordinal: number, body: object) {
  const url = `${reviewsUrl}/${reviewId}/items/${ordinal}/decision`
  return call<ReviewItem & { code: string; detail: string }>(person, 'PUT', url, { version: 0, ...body })
}

export async function move(person: SignedInBrowser, reviewId: string, to: string) {
  const { version } = await readReview(person, reviewId)
  return call<Review & { code: string }>(person, 'POST', `${reviewsUrl}/${reviewId}/state`, { version, to })
}

export async function apply(person: SignedInBrowser, reviewId: string, removals: number) {
  const { version } = await readReview(person, reviewId)
  const url = `${reviewsUrl}/${reviewId}/apply`
  return call<Review & { code: string; detail: string }>(person, 'POST', url, { version, removals })
}

/** The review once nothing goes on any more. */
export async function settled(person: SignedInBrowser, reviewId: string, timeout = 20_000): Promise<Review> {
  await expect
    .poll(async () => (await readReview(person, reviewId)).state, { timeout, interval: 50 })
    .not.toBe('applying')
  return readReview(person, reviewId)
}
