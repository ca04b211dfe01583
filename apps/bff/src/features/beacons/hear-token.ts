import type { BeaconDifference } from '@trustwright/shared-schemas'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { beacon, type BeaconValues } from '../../db/schema-beacons.ts'
import { differingClaims } from '../../domain/claims-match.ts'
import { issuerKeys } from '../../domain/issuer-keys.ts'
import { rememberProof } from '../../domain/remember-proof.ts'
import { PortalError } from '../../errors.ts'
import { opens, readAddress } from './beacon-address.ts'
import type { BeaconDeps } from './beacon-deps.ts'
import { refusalWords } from './refusal-words.ts'
import { type BeaconRow, mostRefusals } from './to-beacon.ts'
import { verifyToken, type Verified } from './verify-token.ts'

const longestClaim = 600

export interface HearDeps extends Pick<BeaconDeps, 'audit' | 'clock' | 'db' | 'issuers'> {
  /** Throws TOO_MANY_REQUESTS where more tokens come than the portal looks at. */
  readonly demandRoom: () => void
}

export interface Heard {
  readonly result: 'matched' | 'differs'
  readonly detail: string
}

/**
 * Takes the token of a workload, whoever posts it: who knows the address was given it. Throws BEACON_NOT_FOUND, BEACON_OVER
 * (heard already, expired, or refused too often), BEACON_TOKEN_REFUSED, TOO_MANY_REQUESTS.
 */
export async function hearToken(deps: HearDeps, address: string, token: string): Promise<Heard> {
  const row = await findOpen(deps, address)
  // Who knows no address takes nobody's room.
  deps.demandRoom()
  const verified = await verifyToken(token, {
    audience: row.audience,
    trust: row.trust,
    now: deps.clock.now(),
    keys: async (fresh) =>
      issuerKeys(
        await deps.issuers.readIssuer({
          tenantId: row.tenantId,
          who: row.beaconId,
          issuer: row.trust.issuer,
          fresh,
        }),
      ),
  })
  return verified.ok ? await hear(deps, row, verified.claims) : await refuse(deps, row, verified)
}

async function findOpen({ clock, db }: HearDeps, address: string): Promise<BeaconRow> {
  const parts = readAddress(address)
  if (parts === null) throw new PortalError('BEACON_NOT_FOUND')
  const [row] = await db.select().from(beacon).where(eq(beacon.beaconId, parts.beaconId))
  // Compared also where there is no row, which would be answered sooner.
  const isOpened = opens(parts.secret, row?.secretHash ?? '')
  if (row === undefined || !isOpened) throw new PortalError('BEACON_NOT_FOUND')
  if (row.heardAt !== null) throw new PortalError('BEACON_OVER')
  if (row.expiresAt.getTime() <= clock.now()) {
    throw new PortalError('BEACON_OVER', { detail: 'The time of this beacon is over.' })
  }
  if (row.refusals >= mostRefusals) {
    throw new PortalError('BEACON_OVER', { detail: `${mostRefusals} tokens were refused here.` })
  }
  return row
}

async function hear(
  deps: HearDeps,
  row: BeaconRow,
  claims: Extract<Verified, { ok: true }>['claims'],
): Promise<Heard> {
  const { audit, clock, db } = deps
  const at = new Date(clock.now())
  const differences = differencesOf(claims, row.trust)
  const result = differences.length === 0 ? 'matched' : 'differs'
  await db.transaction(async (tx) => {
    // The same token may have been posted twice at once: one of them is heard.
    const mine = await tx
      .update(beacon)
      .set({ heardAt: at, differences })
      .where(and(eq(beacon.beaconId, row.beaconId), isNull(beacon.heardAt), gt(beacon.expiresAt, at)))
      .returning({ beaconId: beacon.beaconId })
    if (mine.length === 0) throw new PortalError('BEACON_OVER')
    if (result === 'differs') return
    const { trustId, fingerprint, ownerUsername: by, beaconId } = row
    await rememberProof(tx, { trustId, fingerprint, means: 'beacon', at, by, evidence: { beaconId } })
  })
  const named = differences.map(({ claim }) => claim)
  await audit.record({
    caller: ownerOf(row),
    operation: 'beacon.hear',
    target: row.trustId,
    outcome: 'succeeded',
    after: { result, ...(named.length > 0 && { differs: named }) },
  })
  return result === 'matched'
    ? { result, detail: 'The signature is right and the claims match the trust. The portal shows it.' }
    : { result, detail: `The signature is right, but this differs from the trust: ${named.join(', ')}.` }
}

async function refuse(
  { clock, db }: HearDeps,
  row: BeaconRow,
  { reason }: Extract<Verified, { ok: false }>,
): Promise<never> {
  await db
    .update(beacon)
    .set({
      refusals: sql`${beacon.refusals} + 1`,
      lastRefusal: reason,
      lastRefusalAt: new Date(clock.now()),
    })
    .where(and(eq(beacon.beaconId, row.beaconId), isNull(beacon.heardAt)))
  throw new PortalError('BEACON_TOKEN_REFUSED', refusalWords[reason])
}

/** The audience is the beacon's own, so that it does not count. */
function differencesOf(
  claims: Extract<Verified, { ok: true }>['claims'],
  trust: BeaconValues,
): BeaconDifference[] {
  const presented = (claim: unknown) => (typeof claim === 'string' ? storable(claim) : '')
  return differingClaims(claims, trust).flatMap((claim): BeaconDifference[] => {
    if (claim === 'audience') return []
    if (claim === 'issuer') return [{ claim, stored: trust.issuer, presented: presented(claims.iss) }]
    const stored = claim === 'pattern' ? (trust.expression ?? '') : (trust.subject ?? '')
    return [{ claim, stored, presented: presented(claims.sub) }]
  })
}

/** PostgreSQL keeps neither a null character nor half of a surrogate pair, which also a cut may leave. */
function storable(text: string): string {
  return text.slice(0, longestClaim).replaceAll('\u0000', '\uFFFD').toWellFormed()
}

function ownerOf({ tenantId, ownerObjectId, ownerUsername }: BeaconRow) {
  return { tenantId, objectId: ownerObjectId, username: ownerUsername, sessionId: '' }
}
