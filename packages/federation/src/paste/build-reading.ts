import { limits } from '@trustwright/shared-schemas'
import type { Cloud } from '../model/cloud.ts'
import type { FieldValues, PresetId, Recognised } from '../model/preset.ts'
import { presetOf } from '../presets/list.ts'
import { recognise } from '../recognise.ts'
import type {
  FoundReading,
  NothingReading,
  PasteNote,
  PasteNoteCode,
  SingleReading,
  WorkloadReading,
} from './paste-reading.ts'

export function note(code: PasteNoteCode, text: string): PasteNote {
  return { code, text }
}

export function nothing(why: string, whatToDo: string, presetId?: PresetId): NothingReading {
  return { kind: 'nothing', why, whatToDo, ...(presetId === undefined ? {} : { presetId }), notes: [] }
}

type WorkloadExtras = Partial<
  Pick<WorkloadReading, 'notes' | 'parent' | 'tenantId' | 'subscriptionId' | 'audience'>
>

/** What is missing follows from the preset. Empty fields are left out. */
export function workload(
  presetId: PresetId,
  fields: FieldValues,
  understood: string,
  extras: WorkloadExtras = {},
): WorkloadReading {
  const filled = filledFields(fields)
  return {
    kind: 'workload',
    presetId,
    fields: filled,
    understood,
    missing: presetOf(presetId).missing(filled),
    notes: [],
    ...extras,
  }
}

/** Several answers become one reading; one stays itself. The same answer twice counts once. */
export function oneOrSeveral(
  readings: readonly SingleReading[],
  understood: (count: number) => string,
): FoundReading | null {
  const seen = new Set<string>()
  const different = readings.filter((reading) => {
    const key = JSON.stringify({ ...reading, notes: [] })
    return seen.has(key) ? false : seen.add(key) !== undefined
  })
  const [first, ...others] = different
  if (first === undefined) return null
  if (others.length === 0) return first
  return { kind: 'several', understood: understood(different.length), readings: different, notes: [] }
}

export function withNotes<T extends FoundReading | NothingReading>(
  reading: T,
  notes: readonly PasteNote[],
): T {
  return notes.length === 0 ? reading : { ...reading, notes: [...notes, ...reading.notes] }
}

/** Stored claims as a preset reads them; null for texts that are longer than Azure takes. */
export function recogniseClaims(
  issuer: string | null | undefined,
  subject: string | null | undefined,
  audiences: readonly string[],
  cloud: Cloud,
): Recognised | null {
  if (!issuer || !subject) return null
  if (issuer.length > limits.textLength || subject.length > limits.textLength) return null
  return recognise({ issuer, subject, ...(audiences.length === 0 ? {} : { audiences }) }, cloud)
}

const nouns: Partial<Readonly<Record<PresetId, string>>> = {
  'github-actions': 'GitHub repository',
  gitlab: 'GitLab project',
  'hcp-terraform': 'HCP Terraform workspace',
  'azure-devops': 'Azure DevOps service connection',
  kubernetes: 'Service account',
  'other-issuer': 'Subject',
}

/** `GitHub repository contoso/pay-api, branch main`. */
export function wordsOf({ presetId, platform, workload, qualifier }: Recognised): string {
  const noun = nouns[presetId] ?? `${platform},`
  return `${noun} ${workload}${qualifier === null ? '' : `, ${qualifier}`}`
}

/** One workload from the claims that its tokens carry. */
export function workloadOfClaims(recognised: Recognised, extras: WorkloadExtras = {}): WorkloadReading {
  return workload(recognised.presetId, recognised.fields, wordsOf(recognised), extras)
}

function filledFields(fields: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))
}
