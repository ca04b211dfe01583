import { kubernetesManifest } from '../exports/kubernetes-manifest.ts'
import { fieldText } from '../model/texts.ts'
import { issuerWarnings } from './issuer-checks.ts'
import { hostOf } from './issuer-host.ts'
import { definePlatform } from './platform/define-platform.ts'
import { choice, issuer } from './platform/fields.ts'
import { field } from './platform/template.ts'

const controllers = ['argocd-application-controller', 'argocd-server', 'argocd-repo-server'] as const

/** Controllers of Argo CD under their usual names. https://argo-cd.readthedocs.io/en/stable/user-guide/private-repositories/ */
export const argoCd = definePlatform({
  id: 'argo-cd',
  title: 'Argo CD',
  summary: 'A controller of Argo CD in namespace argocd',
  category: 'clusters',
  certainty: 'documented',
  docsUrl: 'https://argo-cd.readthedocs.io/en/stable/user-guide/private-repositories/',
  factsAsOf: '2026-09-30',
  fields: {
    issuer: issuer({
      label: 'Cluster issuer',
      help: 'Shown by: kubectl get --raw /.well-known/openid-configuration | jq -r .issuer. Keep its slash if it has one.',
      example: 'https://oidc.contoso.com/clusters/shop',
    }),
    controller: choice({
      label: 'Controller',
      help: 'Its pods need the label and the annotation too.',
      example: 'argocd-application-controller',
      options: [
        { value: 'argocd-application-controller', label: 'argocd-application-controller' },
        { value: 'argocd-server', label: 'argocd-server' },
        { value: 'argocd-repo-server', label: 'argocd-repo-server' },
      ],
    }),
  },
  forms: controllers.map((controller) => ({
    when: { controller },
    issuer: [field('issuer', 'cluster issuer', { pattern: '.+' })],
    subject: [`system:serviceaccount:argocd:${controller}`],
  })),
  warnings: (fields) => issuerWarnings(fieldText(fields, 'issuer')),
  nameParts: (fields) => ['k8s', fieldText(fields, 'controller')],
  words: (fields) => ({
    workload: `Argo CD ${fieldText(fields, 'controller')}`,
    qualifier: hostOf(fieldText(fields, 'issuer')) || null,
  }),
  snippet: kubernetesManifest,
})
