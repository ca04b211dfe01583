import { note, nothing, workload } from '../build-reading.ts'
import type { FoundReading, NothingReading } from '../paste-reading.ts'
import { guidOf, isValues, listOf, textAt, valueAt, valueIn, type Values } from '../values.ts'

type FileReader = (file: Values) => FoundReading | NothingReading | null

/** Files of platforms whose subjects hold IDs that no file names, and some that say a little. */
export function readOtherFile(document: unknown): FoundReading | NothingReading | null {
  if (!isValues(document)) return null
  for (const read of files) {
    const reading = read(document)
    if (reading !== null) return reading
  }
  return null
}

const files: readonly FileReader[] = [
  (file) =>
    isVersionTwo(file['version']) && ['jobs', 'orbs', 'workflows'].some((key) => key in file)
      ? nothing(
          'This is a file of CircleCI. Its tokens name the organization, project and user by IDs, which the file does not hold.',
          'Choose CircleCI below and copy the IDs from the settings, or paste a token.',
          'circleci',
        )
      : null,
  (file) =>
    'pipelines' in file && isValues(file['pipelines'])
      ? nothing(
          'This is a file of Bitbucket Pipelines. Every step of it has another subject, and Azure compares it exactly.',
          'Exchange its token at a broker that Azure trusts, or deploy from another platform.',
          'bitbucket',
        )
      : null,
  (file) =>
    textAt(file, 'version')?.startsWith('v1.') === true && 'blocks' in file
      ? nothing(
          'This is a file of Semaphore. Its tokens name the project by an ID, which the file does not hold.',
          'Choose Semaphore below and copy the ID from the settings, or paste a token.',
          'semaphore',
        )
      : null,
  harness,
  pulumiEsc,
  (file) =>
    textAt(file, 'name') !== undefined &&
    /^(?:nodejs|python|dotnet|go|yaml|java)$/.test(
      textAt(file, 'runtime') ?? textAt(file['runtime'], 'name') ?? '',
    )
      ? workload(
          'pulumi-deployments',
          { project: textAt(file, 'name') },
          `Pulumi project ${textAt(file, 'name') ?? ''}`,
        )
      : null,
  (file) =>
    listOf(file['steps']).some((step) =>
      ['command', 'commands', 'plugins', 'trigger', 'block'].some((key) => valueAt(step, key) !== undefined),
    )
      ? nothing(
          'This is a file of Buildkite. Its tokens can name the pipeline by an ID, which the file does not hold.',
          'Choose Buildkite below and copy the ID from the settings of the pipeline.',
          'buildkite',
        )
      : null,
  (file) =>
    isValues(file['steps']) &&
    Object.values(file['steps']).some((step) => textAt(step, 'type', 'image') !== undefined)
      ? nothing(
          'This is a file of Codefresh. Its tokens name account and pipeline by IDs, which the file does not hold.',
          'Choose Codefresh below and copy both IDs from the settings.',
          'codefresh',
        )
      : null,
  kubeconfig,
]

/** https://developer.harness.io/docs/platform/pipelines/harness-yaml-quickstart */
function harness(file: Values): FoundReading | null {
  const pipeline = file['pipeline']
  const project = textAt(pipeline, 'projectIdentifier')
  if (project === undefined) return null
  const [organization, id] = [textAt(pipeline, 'orgIdentifier'), textAt(pipeline, 'identifier')]
  return workload(
    'harness',
    { format: 'pipeline', organization, project, pipeline: id },
    `Harness pipeline ${id ?? project}`,
    {
      notes: [
        note(
          'assumed',
          'Which format its subjects have depends on switches of the account. Print a token once.',
        ),
      ],
    },
  )
}

/** An environment with `fn::open::azure-login`. It does not say its own name. */
function pulumiEsc(file: Values): FoundReading | null {
  const login = findLogin(file['values'], 0)
  if (login === null) return null
  const clientId = guidOf(textAt(login, 'clientId'))
  const parent = clientId === undefined ? {} : { parent: { kind: 'either', clientId } as const }
  return workload('pulumi-esc', {}, 'Pulumi ESC environment', parent)
}

function findLogin(value: unknown, depth: number): unknown {
  if (!isValues(value) || depth > 6) return null
  const login =
    valueAt(value, 'fn::open::azure-login') ??
    (valueAt(value, 'fn::open') === undefined ? undefined : valueIn(value, 'fn::open', 'azure-login'))
  if (login !== undefined) return login
  for (const inner of Object.values(value)) {
    const found = findLogin(inner, depth + 1)
    if (found !== null) return found
  }
  return null
}

function kubeconfig(file: Values): NothingReading | null {
  return file['kind'] === 'Config' && 'clusters' in file
    ? nothing(
        'This is a kubeconfig: the address of the API server in it is not the issuer, and it may hold keys.',
        'Throw the copy away. Paste the ServiceAccount, or the issuer: kubectl get --raw /.well-known/openid-configuration',
        'kubernetes',
      )
    : null
}

/** `version: 2.1`, which YAML reads as a number. */
export function isVersionTwo(version: unknown): boolean {
  return typeof version === 'number' ? version >= 2 && version < 3 : version === '2' || version === '2.1'
}
