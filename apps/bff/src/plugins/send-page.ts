import type { FastifyReply } from 'fastify'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'

const notBuilt = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Trustwright is not built</title></head>
<body><h1>The pages are not built</h1>
<p>The portal runs, but its browser application is missing. Build it, or set WEB_ROOT to its folder, then reload.</p>
</body></html>
`

/**
 * Sends a page of the build with a fresh nonce in its policy and in its text. `values` fill further placeholders,
 * which stand in attributes.
 */
export async function sendPage(
  reply: FastifyReply,
  path: string,
  policyOf: (nonce: string) => string,
  values: Readonly<Record<string, string>> = {},
): Promise<FastifyReply> {
  const page = await readPage(path)
  const nonce = randomBytes(18).toString('base64')
  return await reply
    .status(page === null ? 503 : 200)
    .header('content-security-policy', policyOf(nonce))
    .type('text/html; charset=utf-8')
    .send(filled(page ?? notBuilt, { ...values, CSP_NONCE: nonce }))
}

function filled(page: string, values: Readonly<Record<string, string>>): string {
  return page.replace(/__([A-Z_]+)__/g, (placeholder, name: string) => {
    const value = values[name]
    return value === undefined ? placeholder : inAttribute(value)
  })
}

function inAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

async function readPage(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
