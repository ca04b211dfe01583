import { compileTrust } from '../compile-trust.ts'
import type { Cloud } from '../model/cloud.ts'
import type { FieldValues, PresetId } from '../model/preset.ts'
import { presetOf } from '../presets/list.ts'
import { note, recogniseClaims, wordsOf } from './build-reading.ts'
import type { CredentialReading, PastedParent, PastedTrust, PasteNote } from './paste-reading.ts'

interface TrustParts {
  readonly name?: string | undefined
  readonly issuer?: string | undefined
  readonly subject?: string | undefined
  readonly claimsMatchingExpression?: string | undefined
  readonly audiences?: readonly string[]
  readonly description?: string | undefined
  readonly parent?: PastedParent | undefined
}

export function pastedTrust(parts: TrustParts, cloud: Cloud): PastedTrust {
  const audiences = parts.audiences ?? []
  return {
    name: parts.name ?? null,
    issuer: parts.issuer ?? null,
    subject: parts.subject ?? null,
    claimsMatchingExpression: parts.claimsMatchingExpression ?? null,
    audiences,
    description: parts.description ?? null,
    parent: parts.parent ?? null,
    recognised: recogniseClaims(parts.issuer, parts.subject, audiences, cloud),
  }
}

/** One reading for all trusts of a paste; null without any. */
export function credential(
  drafts: readonly PastedTrust[],
  notes: readonly PasteNote[] = [],
): CredentialReading | null {
  const [first] = drafts
  if (first === undefined) return null
  return {
    kind: 'credential',
    drafts,
    ...sharedWorkload(drafts),
    understood: credentialWords(drafts, first),
    notes: [...notes, ...draftNotes(drafts)],
  }
}

function credentialWords(drafts: readonly PastedTrust[], first: PastedTrust): string {
  if (drafts.length > 1) return `${drafts.length} trusts${parentWords(first.parent)}`
  const what = first.recognised === null ? '' : `: ${wordsOf(first.recognised)}`
  return `Trust${first.name === null ? '' : ` ${first.name}`}${parentWords(first.parent)}${what}`
}

function parentWords(parent: PastedParent | null): string {
  if (parent === null) return ''
  if (parent.kind === 'managedIdentity') {
    return parent.identityName === undefined ? '' : ` of the managed identity ${parent.identityName}`
  }
  return parent.kind === 'application' ? ' of an application' : ''
}

function draftNotes(drafts: readonly PastedTrust[]): readonly PasteNote[] {
  const computed = drafts.some(
    ({ issuer, subject, claimsMatchingExpression }) =>
      issuer === null || (subject === null && claimsMatchingExpression === null),
  )
  const several = drafts.some(({ audiences }) => audiences.length > 1)
  return [
    ...(computed
      ? [
          note(
            'computed',
            'Issuer or subject is not written out in it. Type what is missing, or paste the stored trust.',
          ),
        ]
      : []),
    ...(several
      ? [note('several-audiences', 'It names several audiences, and Azure stores exactly one. Choose it.')]
      : []),
  ]
}

/** Fields of one form that gives exactly these trusts, such as plan and apply of one workspace. */
function sharedWorkload(drafts: readonly PastedTrust[]): { presetId?: PresetId; fields?: FieldValues } {
  const [first, ...others] = drafts.map(({ recognised }) => recognised)
  if (!first) return {}
  const { presetId, fields } = first
  if (others.length === 0) return { presetId, fields }
  const keys = new Set<string>()
  for (const other of others) {
    if (other === null || other === undefined || other.presetId !== presetId) return {}
    for (const key of new Set([...Object.keys(fields), ...Object.keys(other.fields)])) {
      if (fields[key] !== other.fields[key]) keys.add(key)
    }
  }
  const [key, ...more] = keys
  if (key === undefined || more.length > 0) return {}
  const whole = choiceOfAll(presetId, fields, key, subjectsOf(drafts))
  return whole === undefined ? {} : { presetId, fields: whole }
}

function subjectsOf(drafts: readonly PastedTrust[]): string {
  return sorted(drafts.map(({ subject }) => subject ?? ''))
}

function choiceOfAll(
  presetId: PresetId,
  fields: FieldValues,
  key: string,
  subjects: string,
): FieldValues | undefined {
  const options = presetOf(presetId).fieldGuides[key]?.options ?? []
  return options
    .map(({ value }) => ({ ...fields, [key]: value }))
    .find((whole) => {
      const { trusts } = compileTrust(presetId, whole)
      return sorted(trusts.map(({ subject = '' }) => subject)) === subjects
    })
}

function sorted(subjects: readonly string[]): string {
  return JSON.stringify(subjects.toSorted((one, other) => (one < other ? -1 : 1)))
}
