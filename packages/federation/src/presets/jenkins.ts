import { fieldText } from '../model/texts.ts'
import { definePlatform } from './platform/define-platform.ts'
import { host, text } from './platform/fields.ts'
import { azLogin } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'

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
    root: host({
      label: 'Jenkins',
      help: 'Host and path of your Jenkins as its own configuration says, without https://.',
      example: 'jenkins.contoso.com',
    }),
    job: text(
      {
        label: 'Job path',
        help: 'The job with its folders, parted by /job/, as in its address.',
        example: 'shop/job/deploy',
      },
      {
        pattern: /^[^\s:/][^\s:]*[^\s:/]$/,
        shape: 'the part of the address after /job/, without a slash at either end',
      },
    ),
  },
  forms: [
    {
      issuer: ['https://', field('root', 'Jenkins', { pattern: '[^/]+' }), '/oidc'],
      subject: [
        'https://',
        field('root', 'Jenkins', { pattern: '[^/]+' }),
        '/job/',
        field('job', 'job', { pattern: '.+' }),
        '/',
      ],
    },
  ],
  nameParts: (fields) => ['jenkins', fieldText(fields, 'job')],
  words: (fields) => ({ workload: fieldText(fields, 'job'), qualifier: fieldText(fields, 'root') }),
  snippet: (context) => ({
    language: 'yaml',
    filename: 'Jenkinsfile',
    text: `withCredentials([string(credentialsId: 'azure-oidc', variable: 'TOKEN')]) {\n  sh '''${azLogin(context, 'TOKEN')}'''\n}\n`,
  }),
})
