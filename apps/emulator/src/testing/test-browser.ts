import type { TestEmulator } from './start-test-emulator.ts'

/** A page that the browser stopped at, or the foreign address that it was sent to. */
export interface Stop {
  status: number
  address: string
  text: string
  /** Where a redirect led that is not the emulator's; the client's answer is in it. */
  leftTo: URL | undefined
}

/** A browser without scripts: keeps cookies, follows redirects inside the emulator, fills in forms. */
export function testBrowser(emulator: TestEmulator) {
  const cookies = new Map<string, string>()

  const send = async (address: string, form?: URLSearchParams): Promise<Stop> => {
    const response = await emulator.fetch(address, {
      method: form ? 'POST' : 'GET',
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form ? { origin: new URL(address).origin } : {}),
      },
      ...(form ? { body: form } : {}),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const cut = pair.indexOf('=')
      if (/Max-Age=0/.test(cookie)) cookies.delete(pair.slice(0, cut))
      else cookies.set(pair.slice(0, cut), pair.slice(cut + 1))
    }
    const text = await response.text()
    const location = response.headers.get('location')
    if (location === null) return { status: response.status, address, text, leftTo: undefined }
    const next = new URL(location, address)
    if (next.origin !== emulator.browserOrigin) {
      return { status: response.status, address, text, leftTo: next }
    }
    return send(next.href, response.status === 307 ? form : undefined)
  }

  return {
    open: (address: string) => send(address),
    /** Sends the form that holds `mark`, with its hidden fields and those given. */
    submit: (stop: Stop, mark: string, fields: Record<string, string> = {}) => {
      const form = stop.text.match(/<form[^]*?<\/form>/g)?.find((each) => each.includes(mark))
      if (form === undefined) throw new Error(`no form with '${mark}' on: ${stop.text}`)
      const action = unescape(/action="([^"]*)"/.exec(form)?.[1] ?? '')
      const hidden = [...form.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)]
      const filled = new URLSearchParams()
      for (const [, name = '', value = ''] of hidden) filled.set(unescape(name), unescape(value))
      for (const [name, value] of Object.entries(fields)) filled.set(name, value)
      return send(new URL(action, stop.address).href, filled)
    },
  }
}

function unescape(markup: string): string {
  return markup
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
