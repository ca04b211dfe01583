interface PageRequest {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

/** What the part in bash of docs/scripts.md sends, with the values that it sets. */
export function requestsOfBash(page: string): PageRequest[] {
  const text = partOf(page, 'bash', /^(\w+)=(\S+)(?: #.*)?$/gm)
  const asked = text.matchAll(/\bask ([A-Z]+) "([^"]+)"(.*)(?:\n(\{[\s\S]*?^\}))?/gm)
  return [...asked].map(([, method = '', path = '', options = '', body]) => ({
    method,
    path: options.includes('--get') ? `${path}?${/"(fingerprint=[^"]+)"/.exec(options)?.[1] ?? ''}` : path,
    body: body === undefined ? null : JSON.parse(body),
  }))
}

/** The same of the part in PowerShell. */
export function requestsOfPowerShell(page: string): PageRequest[] {
  const text = partOf(page, 'powershell', /^\$(\w+) = '(.*)'(?: #.*)?$/gm)
  const [, table = ''] = /^\$trust = @\{\n([\s\S]*?)^\}/m.exec(text) ?? []
  const trust = Object.fromEntries(
    [...table.matchAll(/^ {2}(\w+) = (.*)$/gm)].map(([, name = '', value = '']) => [name, read(value)]),
  )
  const sent = text.matchAll(/Invoke-RestMethod @ask -Method ([A-Z]+) -Uri "([^"]+)"(.*)$/gm)
  return [...sent].map(([, method = '', address = '', options = '']) => ({
    method,
    path: address.replace(/^https:\/\/portal\.contoso\.com/, ''),
    body: options.includes('-Body ($trust | ConvertTo-Json)') ? trust : null,
  }))
}

/** A quoted text, a list of them, or what a variable's value put in its place. */
function read(value: string): unknown {
  const texts = [...value.matchAll(/'((?:[^']|'')*)'/g)].map(([, text = '']) => text.replaceAll("''", "'"))
  if (value.startsWith('@(')) return texts
  return value.startsWith("'") ? texts[0] : value
}

/** The part in that language, where its variables have the values that `settings` finds. */
function partOf(page: string, language: string, settings: RegExp): string {
  const [, text = ''] = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(page) ?? []
  const values = new Map([...text.matchAll(settings)].map(([, name = '', value = '']) => [name, value]))
  return text.replaceAll(
    /\$(?:\{(\w+)\}|(\w+))/g,
    (whole, braced?: string, bare?: string) => values.get(braced ?? bare ?? '') ?? whole,
  )
}
