import type { Azure } from './azure.ts'
import type { Shell } from './run-azure-cli.ts'

/** Signs the shell's `az` in as a person, by a code that the person types at the page, as in a browser on another device. */
export async function signInToCli(
  shell: Shell,
  { browserOrigin, tenantId }: Azure,
  person: { readonly username: string; readonly password: string },
): Promise<void> {
  const { username, password } = person
  let confirmed: Promise<Response> | undefined
  await shell.run(`az login --use-device-code --tenant ${tenantId} --output none`, {}, (stderr) => {
    const code = /enter the code (\S+) to/.exec(stderr)?.[1]
    if (code === undefined) return
    confirmed ??= fetch(`${browserOrigin}/${tenantId}/oauth2/deviceauth`, {
      method: 'POST',
      body: new URLSearchParams({ user_code: code, username, password, confirm: '1' }),
    })
  })
  const answer = await confirmed
  if (answer?.ok !== true) throw new Error(`the device page answered ${String(answer?.status)}`)
}
