/** Puts a repository on the emulated GitHub, as if somebody had made it there. */
export async function putRepository(
  owner: string,
  name: string,
  repository: Readonly<Record<string, unknown>>,
): Promise<void> {
  const response = await fetch(
    `${process.env.E2E_EMULATOR ?? ''}/_emulator/github/repositories/${owner}/${name}`,
    {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(repository),
    },
  )
  if (!response.ok)
    throw new Error(`Making the repository answered ${response.status}: ${await response.text()}`)
}
