/** Makes the emulated Azure fail on demand; docs/emulator.md lists what a rule can say. */
export async function failAzure(rule: object): Promise<void> {
  await control('POST', rule)
}

/** Azure is as it was. */
export async function mendAzure(): Promise<void> {
  await control('DELETE')
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
