import { definePlatform, type ClaimContext } from '../define-platform.ts'
import { slug, text } from '../fields.ts'

const vercelFields = {
  team: slug('Team'),
  project: slug('Project'),
  environment: text('Environment', { help: 'production, preview, development or a custom one' }),
}
const vercelTokens = {
  source: 'https://vercel.com/docs/oidc/reference',
  hosts: ['oidc.vercel.com'],
  subject: 'owner:{team}:project:{project}:environment:{environment}',
  lifetimeSeconds: 3600,
  claims: (values: Record<'team' | 'project' | 'environment', string>, { guid }: ClaimContext) => ({
    scope: `owner:${values.team}:project:${values.project}:environment:${values.environment}`,
    owner: values.team,
    owner_id: `team_${guid(values.team).replaceAll('-', '').slice(0, 24)}`,
    project: values.project,
    project_id: `prj_${guid(values.project).replaceAll('-', '').slice(0, 24)}`,
    environment: values.environment,
    jti: undefined,
  }),
}

export const vercel = definePlatform({
  id: 'vercel',
  title: 'Vercel (issuer of a team)',
  example: { team: 'contoso', project: 'shop', environment: 'production' },
  issuer: 'https://oidc.vercel.com/{team}',
  standardIssuer: 'https://oidc.vercel.com/contoso',
  fields: vercelFields,
  ...vercelTokens,
})

export const vercelGlobal = definePlatform({
  id: 'vercel-global',
  title: 'Vercel (global issuer)',
  example: { team: 'contoso', project: 'shop', environment: 'production' },
  issuer: 'https://oidc.vercel.com',
  fields: vercelFields,
  ...vercelTokens,
})

export const fly = definePlatform({
  id: 'fly',
  title: 'Fly.io',
  example: { organization: 'contoso', app: 'shop', machine: 'quiet-river-1234' },
  source: 'https://fly.io/docs/security/openid-connect/',
  issuer: 'https://oidc.fly.io/{organization}',
  standardIssuer: 'https://oidc.fly.io/contoso',
  hosts: ['oidc.fly.io'],
  fields: { organization: slug('Organisation'), app: slug('App'), machine: slug('Machine name') },
  subject: '{organization}:{app}:{machine}',
  lifetimeSeconds: 600,
  claims: ({ organization, app, machine }, { number, sha }) => ({
    org_id: number(organization),
    org_name: organization,
    app_id: number(app),
    app_name: app,
    image: `registry.fly.io/${app}:latest`,
    image_digest: `sha256:${sha(app)}`,
    machine_id: number(machine),
    machine_name: machine,
    machine_version: '01',
    region: 'ams',
  }),
})
