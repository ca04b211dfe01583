import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { portalHeader, Problem } from '@trustwright/shared-schemas'
import * as z from 'zod'

const config = { responseClass: 'docs', access: 'public' } as const

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
          `The API of the portal's own pages. Every request carries the header ${portalHeader.name}: ${portalHeader.value}, the session ` +
          'cookie, and comes from the same origin. Errors are application/problem+json (RFC 9457).',
      },
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
