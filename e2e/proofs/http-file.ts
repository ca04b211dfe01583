/** A request of an `.http` file. */
export interface FileRequest {
  title: string
  method: string
  address: string
  headers: Record<string, string>
  body?: string
}

/**
 * Reads an `.http` file as editors do: `###` parts requests, `@name = value` sets a variable, `{{name}}` is one.
 * https://learn.microsoft.com/aspnet/core/test/http-files
 */
export function readHttpFile(text: string, values: Readonly<Record<string, string>>): FileRequest[] {
  const [head = '', ...parts] = text.split(/^###/m)
  const declared = [...head.matchAll(/^@(\w+) = /gm)].map(([, name]) => name)
  return parts.map((part) =>
    readRequest(
      part.replaceAll(/\{\{(.*?)\}\}/gs, (whole, name: string) => {
        const value = values[name]
        if (value === undefined || !declared.includes(name))
          throw new Error(`${whole} is no variable of the file`)
        return value
      }),
    ),
  )
}

function readRequest(part: string): FileRequest {
  const [title = '', line = '', ...rest] = part.split('\n')
  const [, method, address] = /^([A-Z]+) (\S+) HTTP\/1\.1$/.exec(line) ?? []
  if (method === undefined || address === undefined) throw new Error(`${line} is no request`)
  const blank = rest.indexOf('')
  const names = rest.slice(0, blank).map((header) => {
    const at = header.indexOf(': ')
    return [header.slice(0, at), header.slice(at + 2)] as const
  })
  const body = rest
    .slice(blank + 1)
    .join('\n')
    .trim()
  return {
    title: title.trim(),
    method,
    address,
    headers: Object.fromEntries(names),
    ...(body === '' ? {} : { body }),
  }
}
