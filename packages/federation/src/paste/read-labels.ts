import { credential, pastedTrust } from './build-credential.ts'
import { note, recogniseClaims, workload, workloadOfClaims } from './build-reading.ts'
import { knownIssuer } from './addresses/issuer-address.ts'
import { readLabelledLines } from './labelled-lines.ts'
import type { PasteReader } from './paste-context.ts'
import { guidOf } from './values.ts'

/** Labelled values of a log of azure/login, a page of the Azure portal, a table or a variables file. */
export const readLabels: PasteReader = (text, { cloud, hosts }) => {
  const labels = readLabelledLines(text)
  const { issuer, subject, name, description, namespace, serviceAccount } = labels
  const audiences = labels['audience'] === undefined ? [] : [labels['audience']]
  if (issuer !== undefined && subject !== undefined) {
    if (name !== undefined) {
      return credential([pastedTrust({ name, issuer, subject, audiences, description }, cloud)])
    }
    const bare = issuer.replace(/(githubusercontent\.com)\/$/, '$1')
    const recognised = recogniseClaims(bare, subject, audiences, cloud)
    const [audience] = audiences
    if (recognised === null) return null
    const slash =
      bare === issuer
        ? []
        : [
            note(
              'issuer-slash',
              'The slash at the end of the issuer was left out: logs add it, and tokens carry none.',
            ),
          ]
    return workloadOfClaims(recognised, { notes: slash, ...(audience === undefined ? {} : { audience }) })
  }
  if (namespace !== undefined && serviceAccount !== undefined) {
    return workload(
      'kubernetes',
      { issuer, namespace, serviceAccount },
      `Kubernetes service account ${namespace}/${serviceAccount}`,
    )
  }
  if (issuer !== undefined && issuer.startsWith('https://')) {
    const found = knownIssuer(issuer, { cloud, hosts })
    if (found !== null) return found
  }
  const clientId = guidOf(labels['clientId'])
  if (clientId === undefined) return null
  const tenantId = guidOf(labels['tenantId'])
  return {
    kind: 'identity',
    parent: { kind: 'either', clientId },
    ...(tenantId === undefined ? {} : { tenantId }),
    understood: `Identity with the client ID ${clientId}`,
    notes: [],
  }
}
