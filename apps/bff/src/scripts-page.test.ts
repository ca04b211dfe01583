import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { errorCodes } from '@trustwright/shared-schemas'
import { buildTestApp } from './testing/build-test-app.ts'
import { requestsOfBash, requestsOfPowerShell } from './testing/page-requests.ts'
import { scriptsPage } from './testing/scripts-page.ts'
import { startTestPostgres } from './testing/test-postgres.ts'

const page = fileURLToPath(new URL('../../../docs/scripts.md', import.meta.url))

test('docs/scripts.md asks for what the OpenAPI document has', async () => {
  const postgres = await startTestPostgres()
  const portal = await buildTestApp({ postgres })
  const document = await portal.app.inject({ url: '/api/openapi.json' })
  const text = scriptsPage(document.json())
  await portal.close()
  await postgres.close()
  await expect(text).toMatchFileSnapshot(page)
  const named = [...text.matchAll(/^- \d{3} `([A-Z_]+)`/gm)].map(([, code]) => code)
  expect(named.length).toBeGreaterThan(3)
  expect(errorCodes).toEqual(expect.arrayContaining(named))
})

test('the part in PowerShell sends what the part in bash sends', () => {
  const text = readFileSync(page, 'utf8')
  const sent = requestsOfBash(text)
  expect(sent.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET', 'DELETE'])
  expect(requestsOfPowerShell(text)).toEqual(sent)
})
