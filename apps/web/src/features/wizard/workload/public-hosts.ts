import type { PresetId } from '@trustwright/federation'

/** Where most people's projects of a platform lie; a host of one's own is typed over it. */
const publicHosts: Readonly<Partial<Record<PresetId, string>>> = {
  gitlab: 'gitlab.com',
  'hcp-terraform': 'app.terraform.io',
}

/** The host that is meant where nobody named one. */
export function withPublicHost(
  presetId: PresetId,
  fields: Readonly<Record<string, string>>,
): Record<string, string> {
  const host = publicHosts[presetId]
  return host === undefined || (fields['host'] ?? '') !== '' ? { ...fields } : { ...fields, host }
}
