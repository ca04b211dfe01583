import { defineCluster } from './clusters/define-cluster.ts'
import { slug, text } from './platform/fields.ts'
import { field } from './platform/template.ts'

/** Issuer without a slash at its end. https://azure.github.io/azure-workload-identity/docs/installation/managed-clusters.html */
export const eks = defineCluster({
  id: 'eks',
  title: 'Amazon EKS',
  summary: 'A service account of one EKS cluster',
  certainty: 'documented',
  docsUrl: 'https://azure.github.io/azure-workload-identity/docs/installation/managed-clusters.html',
  factsAsOf: '2026-09-30',
  issuerFields: {
    region: slug({ label: 'Region', help: 'Of the cluster.', example: 'eu-west-1' }, 30),
    clusterId: text(
      {
        label: 'Issuer ID',
        help: 'Last part of the address shown by: aws eks describe-cluster --name CLUSTER --query cluster.identity.oidc.issuer',
        example: '0123456789ABCDEF0123456789ABCDEF',
      },
      {
        pattern: /^[0-9A-F]{32}$/,
        shape: '32 digits and capital letters A to F',
        meant: (url) => url.replace(/^https:.*\/id\//, '').toUpperCase(),
      },
    ),
  },
  issuer: [
    'https://oidc.eks.',
    field('region', 'region', { pattern: '[^./]+' }),
    '.amazonaws.com/id/',
    field('clusterId', 'cluster', { pattern: '[^/]+' }),
  ],
})
