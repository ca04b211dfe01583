import type { Cloud } from '../model/cloud.ts'
import type { StoredClaims } from '../model/preset.ts'
import type { ClaimSegments, Segment } from '../model/segment.ts'
import { presetOf } from '../presets/list.ts'
import { recognise } from '../recognise.ts'
import { audienceSegment } from './audience-segment.ts'

/** The stored claims cut into labelled pieces; a claim of unknown form is one piece labelled `stored value`. */
export function segmentClaims(stored: StoredClaims, cloud: Cloud = 'public'): ClaimSegments {
  const recognised = recognise(stored, cloud)
  const audience = (stored.audiences ?? []).map((value) => audienceSegment(value, cloud))
  if (recognised === null || recognised.presetId === 'other-issuer') {
    return { issuer: whole(stored.issuer), subject: whole(stored.subject ?? ''), audience }
  }
  return { ...presetOf(recognised.presetId).claims(recognised.fields, cloud), audience }
}

function whole(text: string): readonly Segment[] {
  return text === '' ? [] : [{ text, label: 'stored value', source: 'fixed' }]
}
