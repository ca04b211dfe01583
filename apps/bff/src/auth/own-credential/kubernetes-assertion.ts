import { readFile } from 'node:fs/promises'
import { compactToken } from './compact-token.ts'
import { credentialMissing } from './credential-missing.ts'

/**
 * The token that Kubernetes projects into the pod, as a client assertion. The kubelet writes it anew before it ends, so
 * the file is read each time. Throws PortalError INTERNAL.
 * https://kubernetes.io/docs/concepts/storage/projected-volumes/#serviceaccounttoken
 */
export function kubernetesAssertion(tokenFile: string): () => Promise<string> {
  return async () => {
    const text = await readFile(tokenFile, 'utf8').catch((cause: unknown) => {
      throw credentialMissing(new Error(`AZURE_FEDERATED_TOKEN_FILE: ${tokenFile} cannot be read`, { cause }))
    })
    const token = text.trim()
    if (compactToken.test(token)) return token
    throw credentialMissing(new Error(`AZURE_FEDERATED_TOKEN_FILE: ${tokenFile} holds no token`))
  }
}
