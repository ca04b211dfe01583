import type { TrustProposal } from '@trustwright/federation'

/** Why the form has this audience, behind its value. `platform` is the preset's title. */
export function audienceReason(audience: string, proposal: TrustProposal, platform: string): string {
  const isProposed = audience === '' || audience === proposal.audience
  if (!isProposed) return `(your own; proposed: ${proposal.audience === '' ? 'none yet' : proposal.audience})`
  if (proposal.audienceFrom === 'azure') return '(the usual one)'
  return proposal.audience === '' ? 'follows from the fields above' : `(tokens of ${platform} carry it)`
}

/** What belongs into the field, before the mistake. */
export function audienceHelp({ audience, audienceFrom }: TrustProposal, platform: string): string {
  if (audienceFrom === 'azure')
    return `The token's “aud”. Azure's own tools ask for ${audience}; another one needs a workload that asks for it.`
  if (audience === '')
    return `The token's “aud”. Tokens of ${platform} carry one that the fields above decide.`
  return `The token's “aud”. Tokens of ${platform} carry ${audience}; another one has to be set there as well.`
}
