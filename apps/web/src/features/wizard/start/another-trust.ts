import { recognise, type Cloud } from '@trustwright/federation'
import type { Trust } from '@trustwright/shared-schemas'
import { paths } from '../../../paths.ts'

/** What differs from one trust of a workload to the next; the rest is asked once. */
const ofOneTrust: ReadonlySet<string> = new Set([
  'entity',
  'environment',
  'branch',
  'tag',
  'ref',
  'refType',
  'runPhase',
  'workflow',
  'context',
  'serviceAccount',
  'connection',
  'workspace',
])

/** The wizard, filled with the same workload and the same identity; null where the trust's workload is not understood. */
export function anotherTrustAddress(trust: Trust, cloud: Cloud): string | null {
  const known = recognise({ issuer: trust.issuer, subject: trust.subject }, cloud)
  if (known === null || known.presetId === 'other-issuer') return null
  const fields = Object.entries(known.fields).flatMap(([key, value]) =>
    ofOneTrust.has(key) || typeof value !== 'string' || value === '' ? [] : [[key, value] as const],
  )
  return paths.trustCreateFor(trust.parent, { preset: known.presetId, ...Object.fromEntries(fields) })
}
