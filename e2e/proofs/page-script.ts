import { readFileSync } from 'node:fs'

const page = readFileSync(new URL('../../docs/scripts.md', import.meta.url), 'utf8')

/** The part of docs/scripts.md in bash, with these values in the place of the examples. */
export function pageScript(values: Readonly<Record<string, string>>): string {
  const [, text = ''] = /```bash\n([\s\S]*?)```/.exec(page) ?? []
  return Object.entries(values).reduce((rest, [name, value]) => {
    const line = new RegExp(`^${name}=.*$`, 'm')
    if (!line.test(rest)) throw new Error(`the page does not set ${name}`)
    return rest.replace(line, `${name}=${value}`)
  }, text)
}

/** What the page does before this line. */
export function until(script: string, line: string): string {
  const at = script.indexOf(line)
  if (at === -1) throw new Error(`the page has no line ${line}`)
  return script.slice(0, at)
}
