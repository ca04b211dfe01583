import { presetById, presets, type Cloud, type PresetId } from '@trustwright/federation'
import { emptyDraftBody, type DraftBody } from '@trustwright/shared-schemas'
import { parentOfSearch } from '../../../components/parent/parent-of-search.ts'
import { trustPrefill } from '../../../components/workload/trust-prefill.ts'
import { bodyOfForm } from '../draft-body.ts'
import { withPublicHost } from '../workload/public-hosts.ts'

type Search = Readonly<Record<string, unknown>>

/** What a prefill link asks for, and what of it was not understood. */
export interface WizardPrefill {
  /** Null where the address names neither a workload nor an identity. */
  readonly body: DraftBody | null
  /** A managed identity by its name alone, which is still to be found. */
  readonly identityName: string | null
  /** Each a whole sentence: what is left out, and how to write it. */
  readonly problems: readonly string[]
}

/** Short names for links that people write by hand; the name of any platform's preset works as well. */
export const linkSources: Readonly<Record<string, PresetId>> = {
  github: 'github-actions',
  gitlab: 'gitlab',
  aks: 'aks',
  kubernetes: 'kubernetes',
  terraform: 'hcp-terraform',
  'azure-devops': 'azure-devops',
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The draft that a prefill link asks for. */
export function wizardPrefill(search: Search, cloud: Cloud): WizardPrefill {
  const { read, problems } = withShortNames(search)
  const { parent } = parentOfSearch(read)
  const chosen = parent === null ? null : ({ kind: 'existing', parent } as const)
  const name = textOf(read['identity'])
  const identityName = parent === null && name !== '' && textOf(read['group']) === '' ? name : null
  // `role` alone is the role in Azure: a platform whose field has that name is named along.
  const names = presets.flatMap(({ fieldKeys }) => fieldKeys).filter((key) => key !== 'role')
  const isWorkload = textOf(read['preset']) !== '' || names.some((key) => textOf(read[key]) !== '')
  const role = roleOf(read)
  const found = {
    identityName,
    problems: [...problems, ...parentProblems(read, parent !== null, identityName), ...role.problems],
  }
  if (!isWorkload) {
    const body =
      chosen === null && identityName === null
        ? null
        : { ...emptyDraftBody, parent: chosen, access: role.access }
    return { ...found, body }
  }
  const { values } = trustPrefill(read, cloud)
  const typed = values.fields[values.presetId]
  const workload = bodyOfForm(values, cloud)
  const { identifiers = '', ...others } = workload.fields
  // Whether subjects carry IDs follows from no default: GitHub tells it, or the person.
  const fields = textOf(read['identifiers']) === '' && identifiers === 'names' ? others : workload.fields
  return {
    ...found,
    problems: [...found.problems, ...fieldProblems(values.presetId, typed, read, names)],
    body: {
      ...emptyDraftBody,
      ...workload,
      fields: withPublicHost(values.presetId, fields),
      step: 'workload',
      source: { kind: 'link' },
      parent: chosen,
      access: role.access,
    },
  }
}

/** `src=github&repo=contoso/pay-api&env=prod` in the names of the presets. */
function withShortNames(search: Search): { read: Search; problems: readonly string[] } {
  const { src, repo, env, ...rest } = search
  const asked = textOf(src) === '' ? textOf(search['preset']) : textOf(src)
  const preset = linkSources[asked] ?? presets.find(({ id }) => id === asked)?.id
  const [owner = '', repository = '', ...more] = textOf(repo).split('/')
  const isWhole = owner !== '' && repository !== '' && more.length === 0
  const problems = [
    ...(asked !== '' && preset === undefined
      ? [
          `“${asked}” is no platform here. Write src=${Object.keys(linkSources).join(', src=')}, or choose below.`,
        ]
      : []),
    ...(textOf(repo) !== '' && !isWhole
      ? [`“${textOf(repo)}” is no repository. Write its owner too: repo=contoso/pay-api.`]
      : []),
  ]
  const { preset: _, ...others } = rest
  return {
    problems,
    read: {
      ...(preset === undefined ? {} : { preset }),
      ...(isWhole ? { owner, repository } : {}),
      ...(textOf(env) === '' ? {} : { environment: env }),
      ...others,
    },
  }
}

/** Values that the platform refuses, and names that it does not have. Nothing is said of what the link leaves out. */
function fieldProblems(
  presetId: PresetId,
  typed: Readonly<Record<string, string>>,
  read: Search,
  names: readonly string[],
): readonly string[] {
  const { title, fields, fieldKeys, fieldGuides } = presetById(presetId)
  const issues = fields.safeParse(typed).error?.issues ?? []
  const refused = fieldKeys.flatMap((key) => {
    const issue = issues.find(({ path }) => path[0] === key)
    if (issue === undefined || textOf(read[key]) === '') return []
    return [`${fieldGuides[key]?.label ?? key} “${textOf(read[key])}”: ${issue.message}`]
  })
  const strange = [...new Set(names)].filter((key) => textOf(read[key]) !== '' && !fieldKeys.includes(key))
  return [
    ...refused,
    ...strange
      .filter((key) => key !== 'audience')
      .map((key) => `“${key}” is no field of ${title}: it is left out.`),
  ]
}

function parentProblems(search: Search, isFound: boolean, identityName: string | null): readonly string[] {
  const { application, group } = search
  if (isFound || identityName !== null) return []
  if (textOf(application) !== '')
    return ['The application is not known by this: write its client ID, application=….']
  if (textOf(group) === '') return []
  return ['The identity is named in part: write subscription=…&group=…&identity=…, or its name alone.']
}

function roleOf(search: Search): { access: DraftBody['access']; problems: readonly string[] } {
  const role = textOf(search['role'])
  const scope = textOf(search['scope'])
  // A platform may have a field of this name.
  const isField =
    scope === '' && presets.some(({ id, fieldKeys }) => id === search['preset'] && fieldKeys.includes('role'))
  if ((role === '' && scope === '') || isField) return { access: [], problems: [] }
  if (!guid.test(role)) {
    return {
      access: [],
      problems: ['The role is left out: write the ID of its definition, role=4633458b-….'],
    }
  }
  if (!scope.startsWith('/')) {
    return { access: [], problems: ['The role is left out: write where it holds, scope=/subscriptions/….'] }
  }
  return { access: [{ roleId: role, scope }], problems: [] }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
