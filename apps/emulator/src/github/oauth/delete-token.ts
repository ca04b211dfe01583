import type { EmulatorRequest, Operation } from '../../kernel/operation.ts'
import { hashOf, sameSecret } from '../../entra/core/secrets.ts'
import { githubApp } from '../../seed-github.ts'
import { readFields } from './read-fields.ts'

const source = 'https://docs.github.com/rest/apps/oauth-applications#delete-an-app-token'

/** Texts (u). */
export const deleteToken: Operation = {
  id: 'github/delete-token',
  method: 'DELETE',
  path: '/github/applications/{clientId}/token',
  summary:
    "Ends one token of the app, asked with the app's own id and secret: 204, or 404 where it is not known",
  source,
  handle: (request, world) => {
    const refused = (status: number, message: string) => ({
      status,
      body: { message, documentation_url: source, status: String(status) },
    })
    if (!isApp(request)) return refused(401, 'Bad credentials')
    const token = readFields(request).get('access_token')
    if (token === null) return refused(422, 'Validation Failed')
    const isGone = world.store.githubUserTokens.delete(hashOf(token))
    return isGone ? { status: 204 } : refused(404, 'Not Found')
  },
}

function isApp({ headers, params }: EmulatorRequest): boolean {
  const encoded = /^basic +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? ''
  const given = Buffer.from(encoded, 'base64').toString('utf8')
  const isOwn = params.clientId === githubApp.clientId
  return isOwn && sameSecret(given, `${githubApp.clientId}:${githubApp.clientSecret}`)
}
