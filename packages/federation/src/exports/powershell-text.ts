/**
 * A literal text for PowerShell. Its curly single quotes end a text as the straight one does, so all of them are doubled.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 */
export function powershellText(value: string): string {
  return `'${value.replace(/['‘’‚‛]/g, '$&$&')}'`
}

/** One entry a line, for a call by `@name`. */
export function powershellTable(name: string, entries: readonly (readonly [string, string])[]): string {
  const width = Math.max(...entries.map(([key]) => key.length))
  const lines = entries.map(([key, value]) => `  ${key.padEnd(width)} = ${value}`)
  return [`$${name} = @{`, ...lines, '}'].join('\n')
}

interface NativeCommand {
  /** Writes the values that travel by file. */
  readonly before: readonly string[]
  readonly command: string
  readonly after: readonly string[]
}

/**
 * A call of `az` from PowerShell. On Windows `az` is a batch file, which reads `"`, `|`, `&`, `%`, `(` and more a second
 * time, in ways that differ between versions of PowerShell: such a value goes into a file, and `az` reads it there.
 * https://learn.microsoft.com/cli/azure/use-azure-cli-successfully-powershell
 */
export function powershellAz(
  command: string,
  options: readonly (readonly [string, string])[],
): NativeCommand {
  const before: string[] = []
  const after: string[] = []
  const words = options.map(([option, value]) => {
    if (isPlain(value)) return value.startsWith('-') ? `'${option}=${value}'` : `${option} '${value}'`
    const file = `${option.replace(/^-+/, '').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}File`
    before.push(
      `$${file} = [IO.Path]::GetTempFileName()`,
      `[IO.File]::WriteAllText($${file}, ${powershellText(value)})`,
    )
    after.push(`Remove-Item $${file}`)
    return `${option} "@$${file}"`
  })
  return { before, command: [command, ...words].join(' `\n  '), after }
}

/** Whether every reader on the way takes the value as it stands. `az` reads `@…` and `…=@…` as the name of a file. */
function isPlain(value: string): boolean {
  return /^[A-Za-z0-9_.:/-][A-Za-z0-9_.:/@-]*$/.test(value)
}
