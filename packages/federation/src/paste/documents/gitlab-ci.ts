import { defaultAudience } from '../../model/cloud.ts'
import { note, oneOrSeveral, workload } from '../build-reading.ts'
import type { PasteContext } from '../paste-context.ts'
import type { FoundReading, PasteNote, SingleReading } from '../paste-reading.ts'
import { isValues, listOf, textAt, textsOf, valueAt, type Values } from '../values.ts'

/** Keys at the top of .gitlab-ci.yml that are no jobs. https://docs.gitlab.com/ci/yaml/#keywords */
const keywords =
  /^(?:default|include|stages|variables|workflow|image|services|cache|before_script|after_script|pages|spec|\..*)$/

/** A pipeline of GitLab: one answer for each job with `id_tokens` and each ref it runs for. */
export function readGitlabCi(document: unknown, context: PasteContext): FoundReading | null {
  if (!isValues(document)) return null
  const jobs = Object.entries(document).flatMap(([name, job]) =>
    !keywords.test(name) && isValues(job) ? [{ name, job }] : [],
  )
  const isPipeline = jobs.some(({ job }) =>
    ['script', 'id_tokens', 'trigger', 'extends'].some((key) => key in job),
  )
  const isStrings = textsOf(document['stages']).length === listOf(document['stages']).length
  if (!isPipeline || !isStrings || 'steps' in document || 'jobs' in document || 'pipelines' in document)
    return null
  const inherited = valueAt(valueAt(document, 'default'), 'id_tokens')
  const withTokens = jobs.filter(({ job }) => isValues(valueAt(job, 'id_tokens') ?? inherited))
  const chosen = withTokens.length > 0 ? withTokens : jobs.filter(({ job }) => 'script' in job).slice(0, 1)
  const readings = chosen
    .slice(0, 50)
    .flatMap(({ name, job }) =>
      ofJob(withTokens.length > 0 ? name : null, job, valueAt(job, 'id_tokens') ?? inherited, context),
    )
  return oneOrSeveral(readings, (count) => `GitLab pipeline with ${count} kinds of runs`)
}

function ofJob(
  name: string | null,
  job: Values,
  tokens: unknown,
  { cloud }: PasteContext,
): readonly SingleReading[] {
  const audiences = isValues(tokens)
    ? Object.values(tokens).flatMap((token) => textsOf(valueAt(token, 'aud')))
    : []
  const audience = audiences.find((text) => !text.startsWith('$'))
  const notes = [...tokenNotes(tokens, audience, cloud), ...environmentNotes(job)]
  const refs = refsOf(job)
  return (refs.length > 0 ? refs : [{}]).map((fields) =>
    workload(
      'gitlab',
      { names: 'path', ...fields },
      `GitLab pipeline${name === null ? '' : `, job ${name}`}${wordsOf(fields)}`,
      {
        notes,
        ...(audience === undefined ? {} : { audience }),
      },
    ),
  )
}

function wordsOf(fields: { readonly refType?: string; readonly ref?: string }): string {
  return fields.refType === undefined
    ? ''
    : `, ${fields.refType}${fields.ref === undefined ? '' : ` ${fields.ref}`}`
}

function tokenNotes(
  tokens: unknown,
  audience: string | undefined,
  cloud: PasteContext['cloud'],
): readonly PasteNote[] {
  if (!isValues(tokens)) {
    return [
      note(
        'id-token-permission',
        `No job asks for a token: id_tokens is missing. Add it with aud: ${defaultAudience(cloud)}`,
      ),
    ]
  }
  if (audience === undefined)
    return [note('audience-missing', 'The token names no audience that is written out. Type it.')]
  return audience === defaultAudience(cloud)
    ? []
    : [
        note(
          'audience-differs',
          `The job asks for the audience ${audience}. Store that one, or let it ask for ${defaultAudience(cloud)}.`,
        ),
      ]
}

function environmentNotes(job: Values): readonly PasteNote[] {
  return valueAt(job, 'environment') === undefined
    ? []
    : [
        note(
          'computed',
          'The subject of GitLab names the branch or tag, not the environment. Protect the branch.',
        ),
      ]
}

interface Ref {
  readonly refType: 'branch' | 'tag'
  readonly ref?: string
}

/** Refs that `only` and `rules` name one by one. */
function refsOf(job: Values): readonly Ref[] {
  const only = valueAt(job, 'only')
  const names = textsOf(valueAt(only, 'refs') ?? only).filter((name) => /^[\w./-]+$/.test(name))
  const rules = listOf(valueAt(job, 'rules')).map((rule) => textAt(rule, 'if') ?? '')
  const ruled = rules.flatMap((rule): readonly Ref[] => {
    const branch = /\$CI_COMMIT_(?:BRANCH|REF_NAME)\s*==\s*["']([^"'\n]{1,200})["']/.exec(rule)?.[1]
    if (branch !== undefined) return [{ refType: 'branch', ref: branch }]
    return /\$CI_COMMIT_TAG\b/.test(rule) ? [{ refType: 'tag' }] : []
  })
  const listed = names.flatMap((name): readonly Ref[] => {
    if (name === 'tags') return [{ refType: 'tag' }]
    const isKeyword =
      /^(?:branches|merge_requests|schedules|web|api|pushes|triggers|pipelines|external)$/.test(name)
    return isKeyword ? [] : [{ refType: 'branch', ref: name }]
  })
  return [...ruled, ...listed].slice(0, 20)
}
