import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { errorCatalogue, errorCodes } from '@trustwright/shared-schemas'
import { errorTexts } from './error-texts.ts'

const page = fileURLToPath(new URL('../../../docs/errors.md', import.meta.url))

const introduction = `# Errors

Every refusal of the portal's API is an \`application/problem+json\` (RFC 9457) with one of these codes in \`code\`.
\`detail\` says what happened and why, \`nextStep\` what to do, \`requestId\` is the one to quote. The texts below are the
general ones; an answer often says it more exactly. \`fields\` names refused fields, \`upstream\` holds Azure's own words and
request ids, \`missing\` the permission that is lacking, \`retryAfterSeconds\` how long to wait.

This page is kept true by \`apps/bff/src/errors-page.test.ts\`; \`vitest run --project bff -u\` writes it anew.
`

function section(code: (typeof errorCodes)[number]): string {
  const { status, title } = errorCatalogue[code]
  const { when, detail, nextStep } = errorTexts[code]
  return `## ${code}\n\nStatus ${status}: ${title}.\n\n- When: ${when}\n- What it says: ${detail}\n- What to do: ${nextStep}\n`
}

test('docs/errors.md tells every code as it is', async () => {
  await expect([introduction, ...errorCodes.map(section)].join('\n')).toMatchFileSnapshot(page)
})

test('no text blames, begs or shouts', () => {
  for (const { when, detail, nextStep } of Object.values(errorTexts)) {
    for (const text of [when, detail, nextStep]) {
      expect(text).not.toMatch(/please|invalid|oops|!/i)
      expect(text).toMatch(/\.$/)
    }
  }
})
