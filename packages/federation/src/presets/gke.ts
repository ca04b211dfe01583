import { defineCluster } from './clusters/define-cluster.ts'
import { slug } from './platform/fields.ts'
import { field } from './platform/template.ts'

/** Issuer computed from project, location and cluster; no slash at its end. https://azure.github.io/azure-workload-identity/docs/installation/managed-clusters.html */
export const gke = defineCluster({
  id: 'gke',
  title: 'Google Kubernetes Engine',
  summary: 'A service account of one GKE cluster',
  certainty: 'documented',
  docsUrl: 'https://azure.github.io/azure-workload-identity/docs/installation/managed-clusters.html',
  factsAsOf: '2026-09-30',
  issuerFields: {
    project: slug(
      { label: 'Project ID', help: 'The ID, not the name or number.', example: 'contoso-shop' },
      30,
    ),
    location: slug(
      { label: 'Location', help: 'Region or zone of the cluster.', example: 'europe-west4' },
      30,
    ),
    cluster: slug(
      {
        label: 'Cluster',
        help: 'A cluster made again under this name has the same issuer.',
        example: 'shop',
      },
      40,
    ),
  },
  issuer: [
    'https://container.googleapis.com/v1/projects/',
    field('project', 'project', { pattern: '[^/]+' }),
    '/locations/',
    field('location', 'location', { pattern: '[^/]+' }),
    '/clusters/',
    field('cluster', 'cluster', { pattern: '[^/]+' }),
  ],
})
