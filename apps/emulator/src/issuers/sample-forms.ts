import { parseJson } from '../kernel/parse-json.ts'
import { tokenExchangeAudience } from '../seed.ts'
import type { FieldDescription } from './fields.ts'
import type { Platform } from './platform.ts'
import { githubExample, githubForm, githubMintFields } from './sample-github.ts'

/** What the form of a platform shows: texts, as a browser sends them. */
export type SampleValues = Record<string, string>

export interface SampleField {
  name: string
  label: string
  help?: string
  /** Choices make it a list. */
  options?: readonly (readonly [value: string, label: string])[]
}

const timeFields = ['expiresInSeconds', 'issuedSecondsAgo']

function isGithub({ id }: Platform): boolean {
  return id.startsWith('gh') || id.startsWith('github')
}

/** The platform's fields without those that the issuer's address already gives. */
export function sampleFields(platform: Platform, given: SampleValues): SampleField[] {
  const own = isGithub(platform)
    ? githubForm
    : platform.fields.filter(({ name }) => name !== 'audience' && !timeFields.includes(name))
  const audience = platform.fixedAudience ? [] : [{ name: 'audience', label: 'Audience' }]
  return [...own.filter(({ name }) => !(name in given)).map(toSampleField), ...audience]
}

function toSampleField(
  field: FieldDescription & { choices?: readonly (readonly [string, string])[] },
): SampleField {
  const { name, label, help, required, standard } = field
  const left = required || standard !== undefined ? [] : [['', 'left out'] as const]
  const options =
    field.choices ??
    (field.kind === 'boolean' ? ['true', 'false'] : field.options)?.map((value) => [value, value] as const)
  const text = [help, field.kind === 'list' ? 'Separated by commas' : undefined].filter(Boolean).join('. ')
  return {
    name,
    label: required || standard !== undefined || field.choices || options ? label : `${label} (optional)`,
    ...(text === '' ? {} : { help: text }),
    ...(options ? { options: [...(field.choices ? [] : left), ...options] } : {}),
  }
}

/** Values that would give this subject, or only the standard ones when the platform's template cannot. */
export function valuesFromSubject(
  platform: Platform,
  subject: string,
  audience: string,
): { values: SampleValues; understood: boolean } {
  const standards = platform.fields.flatMap(({ name, standard }) =>
    standard === undefined || isGithub(platform) ? [] : [[name, standard] as const],
  )
  const found = platform.fieldsOfSubject(subject)
  return {
    understood: found !== undefined,
    values: {
      ...Object.fromEntries(standards),
      audience: audience === '' ? tokenExchangeAudience : audience,
      ...(subject === '' ? exampleOf(platform) : found),
    },
  }
}

/** So that a form that nothing is asked of can be sent as it is. */
function exampleOf(platform: Platform): SampleValues {
  if (isGithub(platform)) return githubExample
  const texts = Object.entries(platform.example).filter(([, value]) => typeof value === 'string')
  return Object.fromEntries(texts.map(([name, value]) => [name, String(value)]))
}

/** The minting endpoint's fields for what the form holds; empty texts count as left out. */
export function toMintFields(platform: Platform, values: SampleValues): Record<string, unknown> {
  const typed = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
  const given = Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [name, fromText(platform, name, value)]),
  )
  return isGithub(platform) ? githubMintFields(typed) : given
}

function fromText(platform: Platform, name: string, value: string): unknown {
  const kind = platform.fields.find((field) => field.name === name)?.kind
  if (kind === 'number') return Number(value)
  if (kind === 'boolean') return value === 'true'
  if (kind === 'list') return value.split(',').map((part) => part.trim())
  return platform.id === 'generic' && name === 'claims' ? parseObject(value) : value
}

/** What is no JSON stays text: the minting endpoint refuses it by name. */
function parseObject(value: string): unknown {
  try {
    return parseJson(value)
  } catch {
    return value
  }
}
