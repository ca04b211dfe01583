import { githubIssuer } from '../../../presets/github/facts.ts'
import { causeOf } from '../../cause.ts'
import type { DraftRule, DraftView } from '../../draft-view.ts'
import { quoted } from '../../letters.ts'
import { type KnownPlatform, platformTitles } from '../../platform-of.ts'

/** Platforms whose subjects nobody else writes, so that an unknown host cannot be theirs either. */
const oneHome: Partial<Readonly<Record<KnownPlatform, string>>> = {
  entra: 'https://login.microsoftonline.com/TENANT-ID/v2.0',
  'azure-devops': 'https://vstoken.dev.azure.com/ORGANIZATION-ID',
  github: githubIssuer,
}

const fixes: Partial<Readonly<Record<KnownPlatform, string>>> = {
  'azure-devops':
    'Copy both from the service connection: Manage service connection, Workload identity federation details.',
  entra:
    'Copy issuer and subject from the same page of the service connection or product, or edit and save the connection.',
}

/** Issuer and subject of two platforms, or of the two generations of Azure DevOps. */
export const issuerPlatform: DraftRule = (draft) => {
  const { issuerPlatform: ofIssuer, subjectPlatform: ofSubject, host } = draft
  if (host === '' || ofSubject === null || ofIssuer === ofSubject) return []
  const home = oneHome[ofSubject]
  if (ofIssuer === null && home === undefined) return []
  const isCertain = ofIssuer !== null || ofSubject !== 'github'
  const generation = isGeneration(draft)
  return [
    causeOf('issuer-other-platform', {
      severity: isCertain ? 'block' : 'warn',
      certainty: isCertain ? 'certain' : 'likely',
      field: 'issuer',
      text: generation
        ? generationText(ofSubject)
        : `No token ${isCertain ? 'would match' : 'likely matches'}: the subject is one of ${platformTitles[ofSubject]}, and the issuer ${ofIssuer === null ? 'is not' : `is that of ${platformTitles[ofIssuer]}`}.`,
      evidence: `Issuer ${draft.issuer}, subject ${quoted(draft.subject)}`,
      fix:
        fixes[ofSubject] ??
        `${ofSubject === 'github' && ofIssuer === null ? `For GitHub Enterprise Server write https://${host}/_services/token. ` : ''}Take both from one token${home === undefined ? '' : `; the issuer is usually ${home}`}.`,
      ...(ofSubject === 'github' && ofIssuer !== null
        ? { action: { kind: 'set', field: 'issuer', value: githubIssuer } as const }
        : {}),
    }),
  ]
}

function isGeneration({ issuerPlatform: ofIssuer, subjectPlatform: ofSubject }: DraftView): boolean {
  return (
    (ofIssuer === 'azure-devops' && ofSubject === 'entra') ||
    (ofIssuer === 'entra' && ofSubject === 'azure-devops')
  )
}

/** https://learn.microsoft.com/azure/devops/pipelines/release/troubleshoot-workload-identity */
function generationText(ofSubject: KnownPlatform): string {
  return ofSubject === 'entra'
    ? 'No token would match: a subject with /eid1/ comes with the Entra issuer (login.microsoftonline.com), and this is the older vstoken issuer of Azure DevOps.'
    : 'No token would match: a subject with sc:// comes with the vstoken issuer of Azure DevOps, and this is the Entra issuer of newer service connections.'
}
