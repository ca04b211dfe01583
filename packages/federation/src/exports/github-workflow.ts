import { defaultAudience } from '../model/cloud.ts'
import type { FieldValues } from '../model/preset.ts'
import { fieldText } from '../model/texts.ts'
import { recogniseGithub } from '../presets/github/recognise.ts'
import type { Export } from './export.ts'
import { yamlText } from './quoting.ts'
import { clientIdOf, cloudOf, type WorkloadContext } from './workload-context.ts'

/**
 * A workflow that signs in by the trust. The IDs stand in it as they are: they are no secrets.
 * https://github.com/Azure/login#readme
 */
export function githubWorkflow(context: WorkloadContext): Export {
  const fields = recogniseGithub(context.trust)?.fields ?? {}
  const environment = fieldText(fields, 'environment')
  const lines = [
    'name: Deploy to Azure',
    '',
    'on:',
    ...trigger(fields),
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
  return { language: 'yaml', filename: '.github/workflows/deploy.yml', text: lines.join('\n') }
}

function trigger(fields: FieldValues): readonly string[] {
  const { entity } = fields
  if (entity === 'pull-request') return ['  pull_request:']
  if (entity !== 'branch' && entity !== 'tag') return ['  workflow_dispatch:']
  const list = entity === 'branch' ? 'branches' : 'tags'
  return ['  push:', `    ${list}: [${JSON.stringify(pattern(fieldText(fields, entity)))}]`]
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
