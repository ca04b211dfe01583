import { defaultAudience } from '../model/cloud.ts'
import { recogniseGithub } from '../presets/github/recognise.ts'
import type { Export } from './export.ts'
import { type GithubFile, type GithubJob, jobOf, plainEvents } from './github-job.ts'
import { yamlText } from './quoting.ts'
import { clientIdOf, cloudOf, type WorkloadContext } from './workload-context.ts'

/**
 * A workflow that signs in by the trust. The IDs stand in it as they are: they are no secrets. Where the subject names a
 * workflow of another repository, it is that one, to be called.
 * https://github.com/Azure/login#readme, https://docs.github.com/en/actions/how-tos/reuse-automations/reuse-workflows
 */
export function githubWorkflow(context: WorkloadContext): Export {
  const job = jobOf(recogniseGithub(context.trust)?.fields ?? {})
  const { environment, file, further, workflow } = job
  const lines = [
    ...further.map((claim) => comment(`The token matches only where ${claim}.`)),
    ...(file?.isCalled === true ? callOf(file) : []),
    `name: ${workflow === '' ? 'Deploy to Azure' : yamlText(literal(workflow))}`,
    '',
    'on:',
    ...trigger(job),
    '',
    'permissions:',
    '  id-token: write',
    '  contents: read',
    '',
    'jobs:',
    '  deploy:',
    '    runs-on: ubuntu-latest',
    ...(environment === '' ? [] : [`    environment: ${yamlText(literal(environment))}`]),
    '    steps:',
    '      - uses: azure/login@v3',
    '        with:',
    ...loginInputs(context).map(([key, value]) => `          ${key}: ${value}`),
    '      - run: az account show',
    '',
  ]
  return { language: 'yaml', filename: file?.path ?? '.github/workflows/deploy.yml', text: lines.join('\n') }
}

/** How the repository of the run calls the file, which stands in another one. */
function callOf({ repository, path, ref }: GithubFile): readonly string[] {
  const short = ref.replace(/^refs\/(?:heads|tags)\//, '')
  return [
    `This file stands in ${repository}. The job that calls it:`,
    '  deploy:',
    '    permissions:',
    '      id-token: write',
    '      contents: read',
    `    uses: ${yamlText(`${repository}/${path}@${short}`)}`,
  ].map(comment)
}

function comment(text: string): string {
  return `# ${text.replace(/[\p{Cc}\p{Zl}\p{Zp}\ufeff]/gu, ' ')}`
}

function trigger({ event, ref, file }: GithubJob): readonly string[] {
  if (file?.isCalled === true) return ['  workflow_call:']
  const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/s.exec(ref) ?? []
  if (kind !== undefined && name !== undefined && (event === '' || event === 'push')) {
    return [`  push:`, `    ${kind === 'heads' ? 'branches' : 'tags'}: [${JSON.stringify(pattern(name))}]`]
  }
  return [`  ${plainEvents.includes(event) ? event : 'workflow_dispatch'}:`]
}

/** Filters are patterns: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet */
function pattern(ref: string): string {
  return ref.replace(/[*?+[\]!\\]/g, String.raw`\$&`)
}

/** GitHub evaluates `${{ … }}` wherever it stands in a value. */
function literal(value: string): string {
  return value.replaceAll('${{', "${{ '${{' }}")
}

function loginInputs(context: WorkloadContext): readonly (readonly [string, string])[] {
  const [audience] = context.trust.audiences
  const subscription: readonly [string, string] =
    context.subscriptionId === undefined
      ? ['allow-no-subscriptions', 'true']
      : ['subscription-id', JSON.stringify(context.subscriptionId)]
  return [
    ['client-id', JSON.stringify(clientIdOf(context))],
    ['tenant-id', JSON.stringify(context.tenantId)],
    subscription,
    ...(context.cloud === undefined || context.cloud === 'public'
      ? []
      : [['environment', cloudOf(context).loginActionName] as const]),
    ...(audience === undefined || audience === defaultAudience()
      ? []
      : [['audience', yamlText(audience)] as const]),
  ]
}
