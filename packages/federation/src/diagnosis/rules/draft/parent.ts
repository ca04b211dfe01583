import { causeOf } from '../../cause.ts'
import type { DraftRule } from '../../draft-view.ts'

/** Identities that add-ons of AKS and other services make for themselves. https://learn.microsoft.com/azure/aks/use-managed-identity */
const ofPlatforms: readonly (readonly [RegExp, string])[] = [
  [/^azurekeyvaultsecretsprovider-/i, 'the Key Vault add-on of AKS'],
  [
    /^(?:omsagent|azurepolicy|ingressapplicationgateway|aciconnectorlinux|webapprouting|azuremonitor[a-z]*)-/i,
    'an add-on of AKS',
  ],
  [/-agentpool$/i, 'the nodes of an AKS cluster'],
  [/^dbmanagedidentity$/i, 'Azure Databricks'],
  [/^azurebackup_/i, 'Azure Backup'],
]

/** Identities that belong to the platform: too many rights, and gone with what made them. */
export const parentRule: DraftRule = ({ facts, subject }) => {
  const { name = '', resourceGroup = '' } = facts.parent ?? {}
  const owner = ofPlatforms.find(([pattern]) => pattern.test(name))?.[1]
  const isManagedGroup = /^(?:MC_|databricks-rg-|AzureBackupRG_|aro-)/i.test(resourceGroup)
  if (owner === undefined && !isManagedGroup) return []
  return [
    causeOf('identity-of-platform', {
      severity: 'warn',
      certainty: owner === undefined ? 'likely' : 'certain',
      text: `The workload would get the rights of a platform-managed identity: it belongs to ${owner ?? 'a resource group that Azure manages'}, and goes when the add-on or cluster goes.`,
      evidence: `Identity ${name || 'unknown'} in resource group ${resourceGroup || 'unknown'}, for ${subject || 'the workload'}`,
      fix: 'Create an own identity for the workload, with its own trust and only the roles that it needs.',
    }),
  ]
}
