import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { sessionCookie } from '../auth/cookies.ts'
import { portalHeader, Problem } from '@trustwright/shared-schemas'
import * as z from 'zod'

const config = { responseClass: 'docs', access: 'public' } as const

/** The two doors. */
const securitySchemes = {
  accessToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'An access token of a person by Microsoft Entra, version 2.0, for the portal’s own API. On 401 the WWW-Authenticate header ' +
      'says whether a new one has to prove more (insufficient_claims).',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: sessionCookie.name,
    description:
      'The session of a browser that signed in at /auth/sign-in. Only pages of the portal itself can use it.',
  },
  portalHeader: {
    type: 'apiKey',
    in: 'header',
    name: portalHeader.name,
    description: `${portalHeader.value}, beside the session. It proves nothing, but no other site can send it.`,
  },
} as const

// Every endpoint answers it: named, it is written once.
z.globalRegistry.add(Problem, { id: 'Problem' })

/** OpenAPI 3.1 from the schemas that parse the requests, and a page to read it. Neither changes anything. */
export async function registerDocs(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Trustwright',
        version: '0.1.0',
        description:
          'The API of the portal. A script comes with an access token of a person for the delegated permission access_as_user of the ' +
          "portal's registration, and nothing else: az account get-access-token --scope api://<client ID>/access_as_user. The portal's " +
          `own pages come with the session cookie, the header ${portalHeader.name}: ${portalHeader.value}, and from the same origin. ` +
          'A request with both is refused. Errors are application/problem+json (RFC 9457).',
      },
      components: { securitySchemes },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, ...config }
    })
    let text: string | null = null
    scope.get('/api/openapi.json', { schema: { hide: true } }, async (_, reply) => {
      // Made once: it is large, and nothing else is answered while it is made.
      text ??= JSON.stringify(app.swagger())
      return reply.type('application/json; charset=utf-8').send(text)
    })
    await scope.register(swaggerUi, {
      routePrefix: '/api/docs',
      uiConfig: { supportedSubmitMethods: [], docExpansion: 'list', url: '/api/openapi.json' },
      staticCSP: false,
    })
  })
}
