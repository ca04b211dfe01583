import type { FieldValues } from '../model/preset.ts'
import { fieldText } from '../model/texts.ts'
import { partsOf } from '../presets/github/custom-subject.ts'
import { isTemplate } from '../presets/github/facts.ts'

/** The job that a subject describes. */
export interface GithubJob {
  readonly environment: string
  /** `ref` of the run, such as `refs/heads/main`; empty: any. */
  readonly ref: string
  /** The event that starts the run; empty: any. */
  readonly event: string
  /** Name of the workflow, where the subject holds it. */
  readonly workflow: string
  /** The workflow file, where the subject holds it: in the repository of the run, or called from there. */
  readonly file: GithubFile | null
  /** What else the token has to carry, which no line of a workflow decides. */
  readonly further: readonly string[]
}

export interface GithubFile {
  readonly repository: string
  readonly path: string
  readonly ref: string
  /** The file belongs to another repository than the run, which calls it. */
  readonly isCalled: boolean
}

const filePattern = /^(?<repository>[^/]+\/[^/]+)\/(?<path>\.github\/workflows\/[^@]+)@(?<ref>.+)$/
/** Claims that a workflow always decides. */
const always: readonly string[] = ['repo', 'context', 'environment', 'workflow']
const pushed = /^refs\/(?:heads|tags)\/./

/** Events that need nothing behind their name. */
export const plainEvents: readonly string[] = [
  'push',
  'pull_request',
  'workflow_dispatch',
  'release',
  'deployment',
]

/** Reads the fields of the GitHub preset. https://docs.github.com/en/actions/reference/security/oidc */
export function jobOf(fields: FieldValues): GithubJob {
  const entity = fieldText(fields, 'entity')
  if (!isTemplate(entity)) return { ...noJob, ...defaultJob(entity, fields) }
  const claims = new Map(partsOf(fields).map(({ key, value }) => [key, value ?? '']))
  const ofContext = contextJob(claims.get('context') ?? '')
  const repository = `${fieldText(fields, 'owner')}/${fieldText(fields, 'repository')}`
  const fileKey = claims.has('job_workflow_ref') ? 'job_workflow_ref' : 'workflow_ref'
  const file = fileOf(claims.get(fileKey) ?? '', repository)
  const event = claims.get('event_name') ?? ofContext.event ?? ''
  const ref = claims.get('ref') ?? ofContext.ref ?? (file?.isCalled === false ? file.ref : '')
  const written = [...always, ...(file === null ? [] : [fileKey])]
  const isPushed = (event === '' || event === 'push') && file?.isCalled !== true
  if (isPushed && pushed.test(ref)) written.push('ref')
  if (plainEvents.includes(event) && file?.isCalled !== true) written.push('event_name')
  return {
    environment: claims.get('environment') ?? ofContext.environment ?? '',
    ref,
    event,
    workflow: claims.get('workflow') ?? '',
    file,
    further: [...claims]
      .filter(([key]) => !written.includes(key))
      .map(([key, value]) => `${key} is ${value}`),
  }
}

const noJob: GithubJob = { environment: '', ref: '', event: '', workflow: '', file: null, further: [] }

function defaultJob(entity: string, fields: FieldValues): Partial<GithubJob> {
  if (entity === 'environment') return { environment: fieldText(fields, 'environment') }
  if (entity === 'branch') return { ref: `refs/heads/${fieldText(fields, 'branch')}` }
  if (entity === 'tag') return { ref: `refs/tags/${fieldText(fields, 'tag')}` }
  return entity === 'pull-request' ? { event: 'pull_request' } : {}
}

function contextJob(context: string): Partial<GithubJob> {
  const [, kind, value] = /^(environment|ref):(.+)$/s.exec(context) ?? []
  if (kind === 'environment') return { environment: value ?? '' }
  if (kind === 'ref') return { ref: value ?? '' }
  return context === 'pull_request' ? { event: 'pull_request' } : {}
}

function fileOf(claim: string, repository: string): GithubFile | null {
  const found = filePattern.exec(claim)?.groups
  if (found === undefined) return null
  const { repository: owner = '', path = '', ref = '' } = found
  return { repository: owner, path, ref, isCalled: owner.toLowerCase() !== repository.toLowerCase() }
}
