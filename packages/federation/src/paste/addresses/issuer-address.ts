import { limits } from '@trustwright/shared-schemas'
import { presetOf } from '../../presets/list.ts'
import { note, nothing, workload } from '../build-reading.ts'
import type { PasteContext } from '../paste-context.ts'
import type { FoundReading, NothingReading, PasteNote } from '../paste-reading.ts'
import { issuerShapes, type IssuerShape } from './issuer-shapes.ts'

const discovery = /\/\.well-known\/(?:openid-configuration|jwks(?:\.json)?)$|(?<=\/)openid\/v1\/jwks$/

/** Addresses that are most likely an issuer though no preset names them. */
const likely =
  /^https:\/\/(?:[^/]+\.)?(?:oidc|issuer|idp|auth|token|tokens|sts|spire)[.-][^/]+|^https:\/\/[^/]+\/(?:oauth2|oidc|openid)(?:\/|$)/

/** An issuer, or the address of its discovery document. The value is kept as it was pasted. */
export function readIssuerAddress(text: string, context: PasteContext): FoundReading | NothingReading | null {
  if (!text.startsWith('https://') || text.length > limits.textLength || /[\s"'<>]/.test(text)) return null
  if (/^https:\/\/[^/]*(?:\.svc(?:\.cluster\.local)?|kubernetes\.default)(?:[:/]|$)/.test(text)) {
    return nothing(
      'This issuer exists inside the cluster only, so Azure cannot read its keys.',
      'Give the cluster a public issuer (--service-account-issuer), then paste that one.',
      'kubernetes',
    )
  }
  const issuer = text.replace(discovery, '')
  const known = knownIssuer(issuer, context)
  if (known !== null) return known
  if (issuer === text && !likely.test(text)) return null
  return workload('other-issuer', { issuer }, `Issuer ${issuer}`, {
    notes: [
      note(
        'assumed',
        'No platform is known by this issuer. Choose the platform if it has a name of its own.',
      ),
    ],
  })
}

/** What this issuer belongs to; null when no preset names it. */
export function knownIssuer(issuer: string, { hosts }: PasteContext): FoundReading | null {
  for (const text of new Set([issuer, issuer.replace(/\/$/, '')])) {
    for (const shape of [...hostShapes(hosts), ...issuerShapes]) {
      const found = shape.pattern.exec(text)
      if (found !== null) return ofShape(shape, issuer, found.groups ?? {}, slashNotes(issuer, text))
    }
  }
  return null
}

function ofShape(
  { presetId, fields = {}, keepsIssuer, alsoOf }: IssuerShape,
  issuer: string,
  groups: Readonly<Record<string, string | undefined>>,
  slash: readonly PasteNote[],
): FoundReading {
  const { title } = presetOf(presetId)
  const shared =
    alsoOf === undefined
      ? []
      : [note('assumed', `This issuer is also that of ${alsoOf}. Choose yours if it is one of them.`)]
  return workload(
    presetId,
    { ...fields, ...groups, ...(keepsIssuer === true ? { issuer } : {}) },
    `Issuer of ${title}`,
    { notes: [...slash, ...shared] },
  )
}

function slashNotes(issuer: string, text: string): readonly PasteNote[] {
  if (issuer === text) return []
  return [
    note(
      'issuer-slash',
      'The slash at the end of this issuer was left out: its tokens carry none, and Azure compares every character.',
    ),
  ]
}

function hostShapes(hosts: PasteContext['hosts']): readonly IssuerShape[] {
  return [
    ...hosts.gitlab.map((host) => ({
      presetId: 'gitlab' as const,
      pattern: exactly(`https://${host}`),
      fields: { host },
    })),
    ...hosts.terraformEnterprise.map((host) => ({
      presetId: 'hcp-terraform' as const,
      pattern: exactly(`https://${host}`),
      fields: { host },
    })),
  ]
}

function exactly(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[.\\^$*+?()[\]{}|]/g, String.raw`\$&`)}$`)
}
