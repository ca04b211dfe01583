import { kubernetesManifest } from '../exports/kubernetes-manifest.ts'
import { fieldText } from '../model/texts.ts'
import { issuerWarnings } from './issuer-checks.ts'
import { hostOf } from './issuer-host.ts'
import { definePlatform } from './platform/define-platform.ts'
import { choice, issuer } from './platform/fields.ts'
import { field } from './platform/template.ts'

const controllers = [
  'source-controller',
  'kustomize-controller',
  'helm-controller',
  'image-reflector-controller',
  'notification-controller',
] as const

/** Controllers of Flux under their usual names. https://fluxcd.io/flux/integrations/azure/ */
export const flux = definePlatform({
  id: 'flux',
  title: 'Flux',
  summary: 'A controller of Flux in namespace flux-system',
  category: 'clusters',
  certainty: 'documented',
  docsUrl: 'https://fluxcd.io/flux/integrations/azure/',
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
      example: 'source-controller',
      options: [
        { value: 'source-controller', label: 'source-controller' },
        { value: 'kustomize-controller', label: 'kustomize-controller' },
        { value: 'helm-controller', label: 'helm-controller' },
        { value: 'image-reflector-controller', label: 'image-reflector-controller' },
        { value: 'notification-controller', label: 'notification-controller' },
      ],
    }),
  },
  forms: controllers.map((controller) => ({
    when: { controller },
    issuer: [field('issuer', 'cluster issuer', { pattern: '.+' })],
    subject: [`system:serviceaccount:flux-system:${controller}`],
  })),
  warnings: (fields) => issuerWarnings(fieldText(fields, 'issuer')),
  nameParts: (fields) => ['k8s', fieldText(fields, 'controller')],
  words: (fields) => ({
    workload: `Flux ${fieldText(fields, 'controller')}`,
    qualifier: hostOf(fieldText(fields, 'issuer')) || null,
  }),
  snippet: kubernetesManifest,
})
