import { isValues, listOf, textAt, textsOf, valueAt, guidOf, type Values } from '../values.ts'
import { note, nothing, oneOrSeveral, workload } from '../build-reading.ts'
import type { FieldValues } from '../../model/preset.ts'
import type { PasteContext } from '../paste-context.ts'
import type { FoundReading, NothingReading, PasteNote, SingleReading } from '../paste-reading.ts'
import { defaultAudience } from '../../model/cloud.ts'
import { runsOf, type Run } from './github-runs.ts'
import { isVersionTwo } from './other-files.ts'

/** A workflow of GitHub Actions: one answer for each job that signs in to Azure and each way in which it starts. */
export function readGithubWorkflow(
  document: unknown,
  context: PasteContext,
): FoundReading | NothingReading | null {
  const jobs = valueAt(document, 'jobs')
  if (!isValues(document) || !isValues(jobs) || !isGithub(document, jobs)) return null
  const all = Object.entries(jobs).flatMap(([name, job]) => (isValues(job) ? [{ name, job }] : []))
  const chosen = jobsOf(document, all)
  if (chosen.length === 0) {
    return nothing(
      'This workflow has no jobs.',
      'Paste the whole file, or the address of the repository.',
      'github-actions',
    )
  }
  const readings = chosen.flatMap(({ name, job }) => ofJob(document, name, job, context))
  return oneOrSeveral(readings, (count) => `GitHub workflow with ${count} kinds of runs`)
}

function isGithub(document: Values, jobs: Values): boolean {
  if ('orbs' in document || isVersionTwo(document['version'])) return false
  const isTriggered = document['on'] !== undefined || document['true'] !== undefined
  return isTriggered || Object.values(jobs).some(isGithubJob)
}

function isGithubJob(job: unknown): boolean {
  const steps = listOf(valueAt(job, 'steps'))
  return (
    valueAt(job, 'runs-on') !== undefined ||
    textAt(job, 'uses') !== undefined ||
    steps.some((step) => textAt(step, 'uses') !== undefined)
  )
}

interface NamedJob {
  readonly name: string
  readonly job: Values
}

/** The jobs that use azure/login; without any, those that may ask for a token; else all. */
function jobsOf(document: Values, all: readonly NamedJob[]): readonly NamedJob[] {
  const withLogin = all.filter(({ job }) => loginOf(job) !== null)
  if (withLogin.length > 0) return withLogin
  const permitted = all.filter(({ job }) => mayAsk(document, job))
  return (permitted.length > 0 ? permitted : all).slice(0, 50)
}

/** `with` of the step that signs in, or null. Other tools sign in by these inputs and variables too. */
function loginOf(job: Values): Values | null {
  const step = listOf(valueAt(job, 'steps')).find((step) =>
    /^azure\/login(?:@|$)/i.test(textAt(step, 'uses') ?? ''),
  )
  if (step === undefined) return null
  const inputs = valueAt(step, 'with')
  return isValues(inputs) ? inputs : {}
}

function ofJob(document: Values, name: string, job: Values, context: PasteContext): readonly SingleReading[] {
  const login = loginOf(job)
  const notes = [...permissionNotes(document, job), ...loginNotes(job, login)]
  const extras = loginExtras(login, context)
  return runsOf(document, job).map((run) => ofRun(run, name, notes, extras))
}

function ofRun(
  run: Run,
  job: string,
  notes: readonly PasteNote[],
  { notes: more, ...extras }: ReturnType<typeof loginExtras>,
): SingleReading {
  const fields: FieldValues = run.fields
  return workload('github-actions', fields, `GitHub workflow, job ${job}, ${run.words}`, {
    ...extras,
    notes: [...notes, ...more, ...run.notes],
  })
}

/** https://docs.github.com/en/actions/reference/security/oidc#adding-permissions-settings */
function mayAsk(document: Values, job: Values): boolean {
  const permissions = valueAt(job, 'permissions') ?? valueAt(document, 'permissions')
  return permissions === 'write-all' || valueAt(permissions, 'id-token') === 'write'
}

function permissionNotes(document: Values, job: Values): readonly PasteNote[] {
  if (mayAsk(document, job)) return []
  return [
    note(
      'id-token-permission',
      'The job may not ask for a token: the permission id-token: write is missing. Add it to the job or to the workflow.',
    ),
  ]
}

function loginNotes(job: Values, login: Values | null): readonly PasteNote[] {
  if (textAt(job, 'uses') !== undefined) {
    return [
      note(
        'reusable-workflow',
        'The job calls another workflow. Its token names this repository; an environment is set in the called file.',
      ),
    ]
  }
  if (login === null)
    return [
      note('no-azure-login', 'The job has no azure/login step. Check that it is the one that signs in.'),
    ]
  return valueAt(login, 'creds') === undefined
    ? []
    : [
        note(
          'uses-secret',
          'The job signs in with a secret (creds). With the trust, give client-id, tenant-id and subscription-id in its place.',
        ),
      ]
}

function loginExtras(login: Values | null, { cloud }: PasteContext) {
  const clientId = guidOf(valueAt(login, 'client-id'))
  const tenantId = guidOf(valueAt(login, 'tenant-id'))
  const subscriptionId = guidOf(valueAt(login, 'subscription-id'))
  const audience = textsOf(valueAt(login, 'audience')).find((text) => !text.includes('${{'))
  const isOther = audience !== undefined && audience !== defaultAudience(cloud)
  return {
    ...(clientId === undefined ? {} : { parent: { kind: 'either', clientId } as const }),
    ...(tenantId === undefined ? {} : { tenantId }),
    ...(subscriptionId === undefined ? {} : { subscriptionId }),
    ...(audience === undefined ? {} : { audience }),
    notes: isOther
      ? [
          note(
            'audience-differs',
            `The job asks for the audience ${audience}. Store that one, or let it ask for ${defaultAudience(cloud)}.`,
          ),
        ]
      : [],
  }
}
