import type { FieldValues } from '../model/preset.ts'
import type { Warning } from '../model/warning.ts'
import type { WorkloadContext } from '../exports/workload-context.ts'
import { fieldText } from '../model/texts.ts'
import { definePlatform } from './platform/define-platform.ts'
import { choice, slug } from './platform/fields.ts'
import { audienceOf } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'
import { clientIdOf, identityOptions } from '../exports/workload-context.ts'

const subject = [
  'owner:',
  field('team', 'team'),
  ':project:',
  field('project', 'project'),
  ':environment:',
  field('environment', 'environment'),
]

/** The default audience is the address of the team. https://vercel.com/docs/oidc/azure */
export const vercel = definePlatform({
  id: 'vercel',
  title: 'Vercel',
  summary: 'Deployments of one project to one environment',
  category: 'hosting',
  certainty: 'documented',
  docsUrl: 'https://vercel.com/docs/oidc/azure',
  factsAsOf: '2026-09-30',
  fields: {
    team: slug({ label: 'Team', help: 'Its slug, as in the address.', example: 'contoso' }),
    mode: choice({
      label: 'Issuer mode',
      help: 'Project Settings, Security, Secure Backend Access.',
      example: 'team',
      options: [
        { value: 'team', label: 'Team (recommended)' },
        { value: 'global', label: 'Global' },
      ],
    }),
    project: slug({ label: 'Project', help: 'Its name.', example: 'shop-web' }),
    environment: slug({
      label: 'Environment',
      help: 'production, preview, development, or a custom one.',
      example: 'production',
    }),
  },
  forms: [
    {
      when: { mode: 'team' },
      issuer: ['https://oidc.vercel.com/', field('team', 'team', { pattern: '[^/]+' })],
      subject: subject,
    },
    { when: { mode: 'global' }, issuer: ['https://oidc.vercel.com'], subject: subject },
  ],
  audience: ownAudience,
  warnings,
  nameParts: (fields) => ['vercel', fieldText(fields, 'project'), fieldText(fields, 'environment')],
  words: (fields) => ({
    workload: `${fieldText(fields, 'team')}/${fieldText(fields, 'project')}`,
    qualifier: `environment ${fieldText(fields, 'environment')}`,
  }),
  snippet: (context, fields) => ({
    language: 'typescript',
    filename: 'azure.ts',
    text: `import { ClientAssertionCredential } from '@azure/identity'\nimport { getVercelOidcToken } from '@vercel/oidc'\n\nexport const credential = new ClientAssertionCredential(${JSON.stringify(context.tenantId)}, ${JSON.stringify(clientIdOf(context))}, () => getVercelOidcToken(${tokenOptions(context, fields)})${identityOptions(context)})\n`,
  }),
})

function ownAudience(fields: FieldValues): string {
  return `https://vercel.com/${fieldText(fields, 'team')}`
}

/** Another audience than the team's own needs @vercel/oidc 3.7 or newer. */
function tokenOptions(context: WorkloadContext, fields: FieldValues): string {
  const audience = audienceOf(context)
  return audience === ownAudience(fields) ? '' : `{ audience: ${JSON.stringify(audience)} }`
}

function warnings(fields: FieldValues): Warning[] {
  const environment = fieldText(fields, 'environment')
  if (environment !== 'development' && environment !== 'preview') return []
  return [
    {
      code: 'wide-reach',
      severity: 'warn',
      field: 'environment',
      text:
        environment === 'development'
          ? 'Everybody who may run vercel env pull on the project gets such a token on their own machine.'
          : 'Every branch and pull request that Vercel deploys as a preview matches.',
      fix: 'Give this identity little access, and another identity to production.',
    },
  ]
}
