/** Adds or replaces a repository at the emulated GitHub. */
export function putRepository(owner: string, name: string, body: object): Promise<void> {
  return control(`repositories/${owner}/${name}`, body)
}

/** How many requests GitHub still takes from anybody, and for how long. */
export function putRateLimit(body: { remaining: number; resetInSeconds?: number }): Promise<void> {
  return control('rate-limit', body)
}

async function control(path: string, body: object): Promise<void> {
  const response = await fetch(`${process.env.E2E_EMULATOR ?? ''}/_emulator/github/${path}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`GitHub's controls answered ${response.status}: ${await response.text()}`)
}
