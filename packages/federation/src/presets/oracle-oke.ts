import { defineCluster } from './clusters/define-cluster.ts'
import { issuer } from './platform/fields.ts'
import { field } from './platform/template.ts'

/** The shape of its issuer is not published, so it is copied. https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengOpenIDConnect-Discovery.htm */
export const oracleOke = defineCluster({
  id: 'oracle-oke',
  title: 'Oracle OKE',
  summary: 'A service account of one OKE cluster',
  certainty: 'read',
  docsUrl: 'https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengOpenIDConnect-Discovery.htm',
  factsAsOf: '2026-09-30',
  issuerFields: {
    issuer: issuer({
      label: 'Cluster issuer',
      help: 'open-id-connect-discovery-endpoint, shown by: oci ce cluster get --cluster-id ID. Its shape is not published, so copy it whole.',
      example: 'https://copied-from-the-cluster.oraclecloud.com/shop',
    }),
  },
  issuer: [field('issuer', 'cluster issuer', { pattern: 'https://[^/]+\\.oraclecloud\\.com/.+' })],
})
