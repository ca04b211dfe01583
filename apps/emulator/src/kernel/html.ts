import { createHash } from 'node:crypto'
import type { EmulatorResponse } from './operation.ts'
import { pageStyle } from './page-style.ts'

/** Markup that is safe to send: only `html` makes it. */
export interface Html {
  markup: string
}

type Value = string | number | Html | readonly Html[] | undefined

/** Template tag that escapes every value that is not markup itself. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  const markup = parts.map((part, index) => (index === 0 ? part : `${render(values[index - 1])}${part}`))
  return { markup: markup.join('') }
}

function render(value: Value): string {
  if (value === undefined) return ''
  if (typeof value === 'string' || typeof value === 'number') return escape(String(value))
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('')
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

export interface Page {
  status?: number
  title: string
  main: Html
  /** Roomy enough for tables and tokens. */
  wide?: boolean
  /** Origins that a form may lead to besides this one: Chromium holds redirects after a form to it too. */
  formTargets?: readonly string[]
  /** The only script of the page; left out: none may run. */
  script?: string
  /** Stands above the page's main part, with the style that comes with it. */
  frame?: { header: Html; style: string }
  /** Address of the only script file of the page; it may fetch from here. */
  scriptFile?: string
  headers?: Record<string, string | string[]>
}

/** A whole page under a content security policy that allows its own style and nothing else. */
export function htmlPage(page: Page): EmulatorResponse {
  const { status = 200, title, main, wide, formTargets = [], script, frame, scriptFile, headers } = page
  const styles = [pageStyle, ...(frame ? [frame.style] : [])]
  const policy = [
    "default-src 'none'",
    `style-src ${styles.map((style) => `'${hashSource(style)}'`).join(' ')}`,
    ...(scriptFile ? ["script-src 'self'", "connect-src 'self'"] : []),
    ...(script ? [`script-src '${hashSource(script)}'`] : []),
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    'img-src data:',
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
  const markup = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${escape(title)}</title>
${styles.map((style) => `<style>${style}</style>`).join('\n')}
</head>
<body>
${frame?.header.markup ?? ''}<main${wide ? ' class="wide"' : ''}>${main.markup}</main>
<footer>Local emulator. Nothing here reaches Microsoft.</footer>
${script ? `<script>${script}</script>` : ''}${scriptFile ? `<script src="${escape(scriptFile)}" defer></script>` : ''}
</body>
</html>
`
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'referrer-policy': 'strict-origin-when-cross-origin',
      ...headers,
    },
    body: markup,
  }
}

function hashSource(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
