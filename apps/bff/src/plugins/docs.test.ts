import { expect, test } from 'vitest'
import { endpoints } from '@trustwright/shared-schemas'
import * as z from 'zod'
import { buildTestApp } from '../testing/build-test-app.ts'
import { forThisFile } from '../testing/for-this-file.ts'
import { startTestPostgres } from '../testing/test-postgres.ts'

const postgres = forThisFile(startTestPostgres)
const portal = forThisFile(() => buildTestApp({ postgres }))

const Description = z.looseObject({
  openapi: z.string(),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({ operationId: z.string(), responses: z.record(z.string(), z.unknown()) }),
    ),
  ),
})

test('the description of the API has every endpoint of the contract, and nothing else', async () => {
  const answer = await portal.app.inject({ url: '/api/openapi.json' })
  const { openapi, paths } = Description.parse(answer.json())
  expect(openapi).toBe('3.1.0')
  const told = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, { operationId }]) => `${operationId}: ${method.toUpperCase()} ${path}`,
    ),
  )
  const meant = Object.values(endpoints).map(
    ({ operationId, method, path }) => `${operationId}: ${method} ${path.replace(/:([A-Za-z]+)/g, '{$1}')}`,
  )
  expect(new Set(told)).toEqual(new Set(meant))
})

const Security = z.looseObject({
  components: z.looseObject({
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.string(), name: z.string().optional() })),
  }),
  paths: z.record(
    z.string(),
    z.record(z.string(), z.looseObject({ security: z.array(z.record(z.string(), z.array(z.string()))) })),
  ),
})

test('both doors are in the description, and each operation says which of them it takes', async () => {
  const answer = await portal.app.inject({ url: '/api/openapi.json' })
  const { components, paths } = Security.parse(answer.json())
  expect(components.securitySchemes).toMatchObject({
    accessToken: { type: 'http', scheme: 'bearer' },
    session: { type: 'apiKey', in: 'cookie', name: '__Host-Http-trustwright-session' },
    portalHeader: { type: 'apiKey', in: 'header', name: 'x-trustwright' },
  })
  const byPage = { session: [], portalHeader: [] }
  for (const { path, method, ...endpoint } of Object.values(endpoints)) {
    const operation = paths[path.replace(/:([A-Za-z]+)/g, '{$1}')]?.[method.toLowerCase()]
    const forPages = 'door' in endpoint
    expect([path, operation?.security]).toEqual([path, forPages ? [byPage] : [{ accessToken: [] }, byPage]])
  }
})

test('limits and refusals of the contract are in the description', async () => {
  const { paths } = Description.parse((await portal.app.inject({ url: '/api/openapi.json' })).json())
  const operation =
    paths['/api/identities/mi/{subscriptionId}/{resourceGroup}/{identityName}/trusts']?.['post']
  const text = JSON.stringify(operation)
  expect(text).toContain('"maxLength":120')
  expect(text).toContain('"additionalProperties":false')
  expect(Object.keys(operation?.responses ?? {})).toEqual(
    expect.arrayContaining(['201', '400', '401', '403', '409', '503']),
  )
  expect(text).toContain('TRUST_LIMIT_REACHED')
})

/** One is lifted out of the schema as `example`, several as named values. */
const Examples = z.looseObject({
  requestBody: z.object({
    content: z.object({
      'application/json': z.object({
        example: z.unknown().optional(),
        examples: z.record(z.string(), z.object({ value: z.unknown() })).default({}),
      }),
    }),
  }),
})

test.each([
  endpoints.diagnose,
  endpoints.lookUpTrusts,
  endpoints.preflight,
  endpoints.probeIssuer,
  endpoints.checkTrust,
  endpoints.matchTrust,
  endpoints.attemptProof,
  endpoints.findSignIns,
  endpoints.openBeacon,
])('$operationId is shown with examples that it takes', async ({ path, body }) => {
  const { paths } = Description.parse((await portal.app.inject({ url: '/api/openapi.json' })).json())
  const { requestBody } = Examples.parse(paths[path]?.['post'])
  const { example, examples: named } = requestBody.content['application/json']
  const examples = [example, ...Object.values(named).map(({ value }) => value)].filter(Boolean)
  for (const example of examples) expect(body.safeParse(example).error).toBeUndefined()
  expect(examples.length).toBeGreaterThan(0)
})

test('the API page shows the description and cannot send requests', async () => {
  const answer = await portal.app.inject({ url: '/api/docs/' })
  expect(answer.headers['content-type']).toContain('text/html')
  expect(answer.body).not.toMatch(/<script>|<style>/)
  const script = await portal.app.inject({ url: '/api/docs/static/swagger-initializer.js' })
  expect(script.body).toContain('"supportedSubmitMethods":[]')
  expect(script.headers['content-security-policy']).toContain("default-src 'none'")
})

test.each(['POST', 'PUT', 'DELETE', 'PATCH'] as const)('%s of a document is refused', async (method) => {
  for (const url of ['/api/openapi.json', '/api/docs/', '/health/live']) {
    expect((await portal.inject({ method, url })).statusCode).toBeGreaterThanOrEqual(404)
  }
})
