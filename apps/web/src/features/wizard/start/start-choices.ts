import {
  recognise,
  type Cloud,
  type CredentialReading,
  type PasteReading,
  type PastedTrust,
} from '@trustwright/federation'
import type { DraftBody } from '@trustwright/shared-schemas'
import { bodyOfWorkload } from '../draft-body.ts'
import { parentOfPaste } from './parent-of-paste.ts'

const githubIssuer = 'https://token.actions.githubusercontent.com'

/** One way on from what was pasted. */
export interface StartChoice {
  readonly key: string
  /** Names the button where there are several. */
  readonly label: string
  readonly body: DraftBody
}

/** Every way on; none where the paste only tells something. It never holds the paste itself. */
export function startChoices(reading: PasteReading, cloud: Cloud): readonly StartChoice[] {
  switch (reading.kind) {
    case 'workload': {
      const body = bodyOfWorkload('workload', reading.presetId, reading.fields)
      const parent = parentOfPaste(reading.parent ?? null)
      return [
        {
          key: reading.understood,
          label: reading.understood,
          body: { ...body, parent, audience: reading.audience ?? '' },
        },
      ]
    }
    case 'cluster':
      return [
        {
          key: reading.understood,
          label: reading.understood,
          body: bodyOfWorkload('cluster', reading.presetId, reading.fields),
        },
      ]
    case 'credential':
      return ofCredential(reading, cloud)
    case 'token':
      return reading.presetId === undefined
        ? []
        : [
            {
              key: 'token',
              label: 'Make the trust that takes this token',
              body: bodyOfWorkload('token', reading.presetId, reading.fields ?? {}),
            },
          ]
    case 'error':
      return ofClaims(reading.quoted.issuer, reading.quoted.subject ?? reading.quoted.wantedSubject, cloud)
    case 'several':
      return reading.readings.flatMap((one, index) =>
        startChoices(one, cloud).map((choice) => ({ ...choice, key: `${index} ${choice.key}` })),
      )
    case 'identity':
    case 'nothing':
    default:
      return []
  }
}

function ofCredential(
  { drafts, presetId, fields, understood }: CredentialReading,
  cloud: Cloud,
): readonly StartChoice[] {
  const [first] = drafts
  if (first !== undefined && drafts.length > 1 && presetId !== undefined) {
    const body = bodyOfWorkload('credential', presetId, fields ?? {})
    return [{ key: understood, label: understood, body: { ...body, parent: parentOfPaste(first.parent) } }]
  }
  return drafts.flatMap((draft, index) => {
    const body = bodyOfTrust(draft, cloud)
    return body === null ? [] : [{ key: String(index), label: labelOf(draft), body }]
  })
}

function labelOf({ name, recognised, subject }: PastedTrust): string {
  const what =
    recognised === null
      ? subject
      : `${recognised.workload}${recognised.qualifier === null ? '' : `, ${recognised.qualifier}`}`
  return [name, what].filter(Boolean).join(': ')
}

/** Null for a pattern, which has a builder of its own. */
function bodyOfTrust(draft: PastedTrust, cloud: Cloud): DraftBody | null {
  if (draft.claimsMatchingExpression !== null) return null
  const [audience = ''] = draft.audiences
  const known = draft.recognised
  const body =
    known === null
      ? bodyOfWorkload('credential', 'other-issuer', {
          issuer: draft.issuer ?? '',
          subject: draft.subject ?? '',
          audience,
        })
      : bodyOfWorkload('credential', known.presetId, known.fields)
  const isAsked = cloud === 'public' && audience === 'api://AzureADTokenExchange'
  return {
    ...body,
    name: draft.name ?? '',
    description: draft.description ?? '',
    audience: isAsked || known === null ? '' : audience,
    parent: parentOfPaste(draft.parent),
  }
}

function ofClaims(
  issuer: string | undefined,
  subject: string | undefined,
  cloud: Cloud,
): readonly StartChoice[] {
  if (subject === undefined) return []
  // Entra's texts often leave the issuer out; subjects of this form are GitHub's.
  const from = issuer ?? (subject.startsWith('repo:') ? githubIssuer : undefined)
  if (from === undefined) return []
  const known = recognise({ issuer: from, subject }, cloud)
  const body =
    known === null
      ? bodyOfWorkload('error', 'other-issuer', { issuer: from, subject })
      : bodyOfWorkload('error', known.presetId, known.fields)
  return [{ key: 'error', label: 'Make the trust that this token needs', body }]
}
