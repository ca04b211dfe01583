import { PortalError } from '../../errors.ts'

/** Where a reader stands. */
export interface ReadingPlace {
  /** Every change up to this one is known to whoever has read to the end of what stands. */
  readonly revision: number
  /** The last row that the reader has of what stands; null at its end. */
  readonly past: PastRow | null
}

export interface PastRow {
  readonly kind: 'parent' | 'trust'
  readonly parentKey: string
  readonly key: string
}

const placeShape = /^(\d{1,15})(?:\.(parent|trust)\.([\w-]+)\.([\w-]+))?$/

/** Null at the beginning. Throws NOT_FOUND for a place that the portal never named. */
export function parsePlace(after: string): ReadingPlace | null {
  if (after === '' || after === '0') return null
  const [, revision, kind, parentKey, key] = placeShape.exec(after) ?? []
  if (revision === undefined) throw unknownPlace()
  if (kind === undefined) return { revision: Number(revision), past: null }
  const past = {
    kind: kind === 'parent' ? 'parent' : 'trust',
    parentKey: decoded(parentKey),
    key: decoded(key),
  } as const
  return { revision: Number(revision), past }
}

export function formatPlace({ revision, past }: ReadingPlace): string {
  if (past === null) return String(revision)
  return [revision, past.kind, encoded(past.parentKey), encoded(past.key)].join('.')
}

function encoded(text: string): string {
  return Buffer.from(text).toString('base64url')
}

function decoded(text: string | undefined): string {
  const value = Buffer.from(text ?? '', 'base64url').toString()
  // PostgreSQL takes no such character.
  if (value.includes('\0')) throw unknownPlace()
  return value
}

function unknownPlace(): PortalError {
  return new PortalError('NOT_FOUND', {
    detail: 'The portal named no such place to read on from.',
    nextStep: 'Read from the beginning.',
  })
}
