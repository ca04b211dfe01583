import { type Cloud, clouds, defaultAudience } from '../model/cloud.ts'
import type { Segment } from '../model/segment.ts'

/** The audience in one piece, labelled by where it comes from. */
export function audienceSegment(audience: string, cloud: Cloud = 'public', fieldKey?: string): Segment {
  if (audience === defaultAudience(cloud)) {
    return { text: audience, label: 'Azure’s token exchange', source: 'fixed' }
  }
  const ofCloud = Object.values(clouds).some((facts) => facts.audience === audience)
  const label = ofCloud ? 'token exchange of another Azure cloud' : 'audience'
  return { text: audience, label, source: 'field', ...(fieldKey === undefined ? {} : { fieldKey }) }
}
