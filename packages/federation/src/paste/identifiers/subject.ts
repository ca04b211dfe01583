import { limits } from '@trustwright/shared-schemas'
import type { FieldValues, PresetId } from '../../model/preset.ts'
import { note, recogniseClaims, wordsOf, workload } from '../build-reading.ts'
import type { PasteContext } from '../paste-context.ts'
import type { FoundReading, PasteNote } from '../paste-reading.ts'
import { eid1Spelling } from '../../presets/eid1/spelling.ts'
import { clouds } from '../../model/cloud.ts'

interface SubjectShape {
  readonly pattern: RegExp
  /** Issuers that such a subject may belong to, the most usual first. */
  readonly issuers?: (
    parts: Readonly<Record<string, string | undefined>>,
    context: PasteContext,
  ) => readonly string[]
  /** Where no issuer follows: preset, and fields by the named groups. */
  readonly presetId?: PresetId
  readonly fields?: Readonly<Record<string, string>>
}

const shapes: readonly SubjectShape[] = [
  {
    pattern:
      /^(?:repo|repository|repository_id|repository_owner|repository_owner_id|job_workflow_ref|environment|ref):[^\s:]+(?::\S|$)/,
    issuers: () => ['https://token.actions.githubusercontent.com'],
  },
  {
    pattern: /^project_(?:path|id):/,
    issuers: (_parts, { hosts }) => ['https://gitlab.com', ...hosts.gitlab.map((host) => `https://${host}`)],
  },
  {
    pattern: /^organization:[^:]+:(?:project|module):/,
    issuers: (_parts, { hosts }) => [
      'https://app.terraform.io',
      ...hosts.terraformEnterprise.map((host) => `https://${host}`),
    ],
  },
  { pattern: /^pulumi:(?:deploy|environments):/, issuers: () => ['https://api.pulumi.com/oidc'] },
  {
    pattern: /^org\/(?<organization>[0-9a-f-]{36})\/project\//,
    issuers: ({ organization = '' }) => [`https://oidc.circleci.com/org/${organization}`],
  },
  {
    pattern: /^owner:(?<team>[^:]+):project:[^:]+:environment:/,
    issuers: ({ team = '' }) => [`https://oidc.vercel.com/${team}`],
  },
  { pattern: /^account:[^:]+:environment:/, issuers: () => ['https://scalr.io'] },
  {
    pattern: /^org:(?<org>[a-z0-9-]+):project:[0-9a-f-]{36}:repo:/,
    issuers: ({ org = '' }) => [`https://${org}.semaphoreci.com`],
  },
  { pattern: /^account:[0-9a-f]{24}:pipeline:/, issuers: () => ['https://oidc.codefresh.io'] },
  { pattern: /^auth0\|\S/, issuers: () => ['https://login.app.env0.com/'] },
  {
    pattern: /^\/eid1\/c\/pub\/t\/(?<tenant>[\w-]{22})\//,
    issuers: ({ tenant = '' }, { cloud }) => [
      `${clouds[cloud].authorityHost}/${eid1Spelling.read(tenant)}/v2.0`,
    ],
  },
  {
    pattern: /^sc:\/\/(?<organization>[^/]+)\/(?<project>[^/]+)\/(?<connection>[^/]+)$/,
    presetId: 'azure-devops',
    fields: { format: 'devops' },
  },
  {
    pattern: /^system:serviceaccount:(?<namespace>[^:\s]+):(?<serviceAccount>[^:\s]+)$/,
    presetId: 'kubernetes',
  },
  { pattern: /^spiffe:\/\/(?<trustDomain>[^/\s]+)(?<path>\/\S+)$/, presetId: 'spiffe' },
  {
    pattern: /^space:(?<space>[^:]+):(?:stack|module):(?<stack>[^:]+):run_type:[A-Z]+:scope:(?:read|write)$/,
    presetId: 'spacelift',
  },
]

/** A bare subject, by its form. Which issuer it belongs to is assumed where platforms have one alone, and said. */
export function readSubject(text: string, context: PasteContext): FoundReading | null {
  if (text.length > limits.textLength || text.includes('\n')) return null
  for (const { pattern, issuers, presetId, fields = {} } of shapes) {
    const groups = pattern.exec(text)?.groups
    if (groups === undefined && !pattern.test(text)) continue
    const found = ofIssuers(text, issuers?.(groups ?? {}, context) ?? [], context)
    if (found !== null) return found
    if (presetId !== undefined) return ofParts(presetId, { ...fields, ...groups }, text)
  }
  return null
}

function ofIssuers(
  subject: string,
  issuers: readonly string[],
  { cloud }: PasteContext,
): FoundReading | null {
  const [issuer] = issuers
  const recognised = recogniseClaims(issuer, subject, [], cloud)
  if (issuer === undefined || recognised === null || recognised.presetId === 'other-issuer') return null
  return workload(recognised.presetId, recognised.fields, wordsOf(recognised), { notes: [assumed(issuer)] })
}

function assumed(issuer: string): PasteNote {
  return note(
    'assumed',
    `A subject alone does not say its issuer: ${issuer} was assumed. Correct it if yours is another.`,
  )
}

function ofParts(presetId: PresetId, fields: FieldValues, subject: string): FoundReading {
  const pull =
    presetId === 'kubernetes'
      ? `Service account ${fields['namespace'] ?? ''}/${fields['serviceAccount'] ?? ''}`
      : `Subject ${subject}`
  return workload(presetId, fields, pull, {
    notes: [note('read-issuer', 'The issuer does not follow from a subject. Read it from the platform.')],
  })
}
