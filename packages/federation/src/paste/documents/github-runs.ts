import type { FieldValues } from '../../model/preset.ts'
import { note } from '../build-reading.ts'
import type { PasteNote } from '../paste-reading.ts'
import { isValues, listOf, textAt, textsOf, valueAt, valueIn, type Values } from '../values.ts'

/** One kind of run that a trust can be made for. */
export interface Run {
  readonly fields: FieldValues
  readonly words: string
  readonly notes: readonly PasteNote[]
}

/** The environment wins over everything that starts the job. https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims */
export function runsOf(document: Values, job: Values): readonly Run[] {
  const environment = environmentOf(job)
  if (environment !== undefined) return environmentRuns(environment, document, job)
  const runs = triggersOf(document).flatMap(([event, settings]) => ofEvent(event, settings))
  return runs.length > 0 ? runs : [anyBranch('an unknown trigger', [])]
}

function environmentOf(job: Values): string | undefined {
  const value = valueAt(job, 'environment')
  return typeof value === 'string' ? value : textAt(value, 'name')
}

function environmentRuns(name: string, document: Values, job: Values): readonly Run[] {
  if (!name.includes('${{')) return [environmentRun(name)]
  const listed = computedNames(name, document, job)
  if (listed.length > 0) return listed.slice(0, 20).map(environmentRun)
  return [
    {
      fields: { entity: 'environment' },
      words: 'an environment by expression',
      notes: [
        note(
          'computed',
          `The environment is computed (${name.slice(0, 100)}). Type the name of one; each needs a trust.`,
        ),
      ],
    },
  ]
}

function environmentRun(name: string): Run {
  return { fields: { entity: 'environment', environment: name }, words: `environment ${name}`, notes: [] }
}

/** Names of `${{ matrix.x }}` and of a choice of `workflow_dispatch`, where the file lists them. */
function computedNames(name: string, document: Values, job: Values): readonly string[] {
  const [, kind, key] =
    /^\$\{\{\s*(matrix|inputs|github\.event\.inputs)\.([\w-]{1,60})\s*\}\}$/.exec(name.trim()) ?? []
  if (kind === undefined || key === undefined) return []
  if (kind === 'matrix') {
    const matrix = valueIn(job, 'strategy', 'matrix')
    const included = listOf(valueAt(matrix, 'include')).map((entry) => textAt(entry, key))
    return [...textsOf(valueAt(matrix, key)), ...included.filter((text) => text !== undefined)]
  }
  return textsOf(valueIn(document, 'on', 'workflow_dispatch', 'inputs', key, 'options'))
}

/** `on` in its three forms. */
function triggersOf(document: Values): readonly (readonly [string, unknown])[] {
  const on = document['on'] ?? document['true']
  if (isValues(on)) return Object.entries(on)
  return textsOf(on).map((event) => [event, null] as const)
}

function ofEvent(event: string, settings: unknown): readonly Run[] {
  if (event === 'push') return pushRuns(settings)
  if (event === 'pull_request')
    return [{ fields: { entity: 'pull-request' }, words: 'pull request', notes: [] }]
  if (event === 'release') {
    return [
      {
        fields: { entity: 'tag' },
        words: 'tag of a release',
        notes: [
          note(
            'computed',
            'A release runs under its tag, and each tag has its own subject. Use an environment, or type one tag.',
          ),
        ],
      },
    ]
  }
  if (event === 'workflow_call') {
    return [
      anyBranch('called by another workflow', [
        note(
          'reusable-workflow',
          'Other workflows call this one. The token then names the calling repository and its branch: type those.',
        ),
      ]),
    ]
  }
  if (event === 'workflow_dispatch' || event === 'schedule' || event === 'repository_dispatch') {
    const words =
      event === 'workflow_dispatch' ? 'started by hand' : event === 'schedule' ? 'by schedule' : 'by request'
    return [
      anyBranch(words, [
        note(
          'computed',
          'Such a run carries the branch it was started on, most often the default branch. Type that branch.',
        ),
      ]),
    ]
  }
  return [anyBranch(event, [])]
}

function anyBranch(words: string, notes: readonly PasteNote[]): Run {
  return { fields: { entity: 'branch' }, words, notes }
}

function pushRuns(settings: unknown): readonly Run[] {
  const branches = textsOf(valueAt(settings, 'branches'))
  const tags = textsOf(valueAt(settings, 'tags'))
  if (branches.length + tags.length === 0) {
    return [
      anyBranch('push to any branch', [
        note(
          'pattern',
          'A push to any branch starts it, and each branch has its own subject. Type one, or use an environment.',
        ),
      ]),
    ]
  }
  return [
    ...branches.slice(0, 20).map((name) => refRun('branch', name)),
    ...tags.slice(0, 20).map((name) => refRun('tag', name)),
  ]
}

function refRun(entity: 'branch' | 'tag', name: string): Run {
  if (!/[*?+[\]!]/.test(name))
    return { fields: { entity, [entity]: name }, words: `${entity} ${name}`, notes: [] }
  return {
    fields: { entity },
    words: `${entity} ${name}`,
    notes: [
      note(
        'pattern',
        `${name} is a pattern, and a trust compares one ${entity} exactly. Type one ${entity}, or use an environment.`,
      ),
    ],
  }
}
