import type { TokenCredential } from '@azure/core-auth'
import { Client, type ClientOptions } from '@microsoft/microsoft-graph-client'
import type { Target } from '../target/target.ts'

/** Microsoft's Graph client as its makers ship it; the token is asked for Graph itself. */
export function graphClient(target: Target, credential: TokenCredential, version = 'v1.0'): Client {
  const { host } = new URL(target.graph)
  const options: ClientOptions = {
    baseUrl: `${target.graph}/`,
    defaultVersion: version,
    customHosts: new Set([host, host.split(':')[0] ?? host]),
    authProvider: {
      getAccessToken: async () => {
        const token = await credential.getToken('https://graph.microsoft.com/.default')
        if (token === null) throw new Error('no token for Graph')
        return token.token
      },
    },
  }
  return Client.initWithMiddleware(options)
}
