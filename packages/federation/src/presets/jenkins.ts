import { fieldText } from '../model/texts.ts'
import { definePlatform } from './platform/define-platform.ts'
import type { Warning } from '../model/warning.ts'
import { address, choice, text } from './platform/fields.ts'
import { azLogin } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'

/** Jobs and folders as their address has them. */
const jobPath = /^[^\s:/]+(?:\/job\/[^\s:/]+)*$/
const root = field('root', 'Jenkins', { pattern: '.+' })
const jobAddress = ['https://', root, '/job/', field('job', 'job', { pattern: '.+' }), '/']

/** What stands behind the first /job/, with its blanks as an address has them. */
function jobOf(address: string): string {
  const path = address.replace(/^(?:https?:\/\/.*?)?\/?job\//, '').replace(/\/$/, '')
  return path.replaceAll(' ', '%20')
}

const ownAudience: Warning = {
  code: 'audience-at-platform',
  severity: 'info',
  field: 'credentials',
  text: 'The token carries the audience of the plug-in’s credential, which has to be in the global domain.',
  fix: 'Type there the audience that stands here.',
}

/** The subject is the address of the job, with its last slash. https://plugins.jenkins.io/oidc-provider/ */
export const jenkins = definePlatform({
  id: 'jenkins',
  title: 'Jenkins',
  summary: 'A job, through the OpenID Connect Provider plug-in',
  category: 'pipelines',
  certainty: 'documented',
  docsUrl: 'https://plugins.jenkins.io/oidc-provider/',
  factsAsOf: '2026-09-30',
  fields: {
    root: address({
      label: 'Jenkins',
      help: 'Host and path of your Jenkins as its own configuration says, without https://.',
      example: 'jenkins.contoso.com',
    }),
    job: text(
      {
        label: 'Job path',
        help: 'What stands in its address after the first /job/, encoded as there. A renamed job has another subject.',
        example: 'shop/job/deploy',
      },
      {
        pattern: jobPath,
        shape: 'names parted by /job/, without a slash at either end',
        fix: 'Copy the part of its address that stands after the first /job/.',
        meant: jobOf,
      },
    ),
    credentials: choice({
      label: 'Credential',
      help: 'Where the credential of the plug-in is stored: it decides the issuer.',
      example: 'global',
      optional: true,
      options: [
        { value: 'global', label: 'Of the whole Jenkins' },
        { value: 'folder', label: 'Of a folder' },
      ],
    }),
    folder: text(
      {
        label: 'Folder',
        help: 'Its path, parted by /job/, as in its address.',
        example: 'shop',
        shownWhen: { field: 'credentials', is: ['folder'] },
      },
      {
        pattern: jobPath,
        shape: 'names parted by /job/, without a slash at either end',
        meant: jobOf,
      },
    ),
  },
  forms: [
    { when: { credentials: 'global' }, issuer: ['https://', root, '/oidc'], subject: jobAddress },
    {
      when: { credentials: 'folder' },
      issuer: ['https://', root, '/oidc/job/', field('folder', 'folder', { pattern: '.+' })],
      subject: jobAddress,
    },
  ],
  warnings: () => [ownAudience],
  nameParts: (fields) => ['jenkins', fieldText(fields, 'job')],
  words: (fields) => ({ workload: fieldText(fields, 'job'), qualifier: fieldText(fields, 'root') }),
  snippet: (context) => ({
    language: 'groovy',
    filename: 'Jenkinsfile',
    text: `withCredentials([string(credentialsId: 'azure-oidc', variable: 'TOKEN')]) {\n  sh '''${azLogin(context, 'TOKEN')}'''\n}\n`,
  }),
})
