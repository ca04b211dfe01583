/** Makes the emulated Azure fail on demand; docs/emulator.md lists what a rule can say. */
export async function failAzure(rule: object): Promise<void> {
  await control('POST', rule)
}

/** Azure is as it was. */
export async function mendAzure(): Promise<void> {
  await control('DELETE')
}

/** Switches of Azure's behaviour in time, for all that run after it: each has to be put back. */
export async function setReality(switches: Readonly<Record<string, number | string>>): Promise<void> {
  const response = await fetch(`${process.env.E2E_EMULATOR ?? ''}/_emulator/reality`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(switches),
  })
  if (!response.ok) throw new Error(`A switch answered ${response.status}: ${await response.text()}`)
}

async function control(method: string, rule?: object): Promise<void> {
  const response = await fetch(`${process.env.E2E_EMULATOR ?? ''}/_emulator/faults`, {
    method,
    ...(rule === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(rule) }),
  })
  if (!response.ok) throw new Error(`A fault rule answered ${response.status}: ${await response.text()}`)
}
