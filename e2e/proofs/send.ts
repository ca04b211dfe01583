/** What a service answered; an empty body is undefined. */
export interface Answer {
  status: number
  body: unknown
}

/** Sends JSON and reads JSON. */
export async function send(
  method: string,
  address: string,
  options: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { token, body, headers } = options
  const response = await fetch(address, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}

/** The body of a success; throws with the service's own words otherwise. `Body` is what the caller's tests rely on. */
export async function sendOk<Body>(...request: Parameters<typeof send>): Promise<Body> {
  const { status, body } = await send(...request)
  if (status >= 400)
    throw new Error(`${request[0]} ${request[1]} answered ${status}: ${JSON.stringify(body)}`)
  // The caller names the shape; a wrong one fails the comparison that the test is about.
  return body as Body
}
