/** One word for bash, to the byte, whatever it holds. https://www.gnu.org/software/bash/manual/bash.html#Single-Quotes */
export function bashWord(value: string): string {
  return /^[A-Za-z0-9_./:@-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`
}

/**
 * A command with one option a line; a value that looks like an option is joined to its own by `=`. `az` replaces `@file`
 * and `x=@file` by what the file holds, so such a value is handed over as a file itself.
 * https://learn.microsoft.com/cli/azure/use-azure-cli-successfully-bash
 */
export function bashCommand(command: string, options: readonly (readonly [string, string])[]): string {
  const lines = options.map(([option, value]) =>
    /^(?:[^=]*=)?@/.test(value)
      ? `${option} @<(printf %s ${bashWord(value)})`
      : `${option}${value.startsWith('-') ? '=' : ' '}${bashWord(value)}`,
  )
  return [command, ...lines].join(' \\\n  ')
}

/** A YAML text. A JSON string is one too, once the characters that YAML calls not printable are escaped. */
export function yamlText(value: string): string {
  if (/^[A-Za-z][A-Za-z0-9_./@-]*$/.test(value) && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(value)) {
    return value
  }
  return escapeUnseen(JSON.stringify(value))
}

/** Writes `\u…` for what a reader may call not printable, in a text that knows this escape. */
export function escapeUnseen(text: string): string {
  return text.replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** A text for TypeScript. */
export function typescriptText(value: string): string {
  return escapeUnseen(JSON.stringify(value))
}

/** A literal of an ARM template: `[text]` would be read as an expression. https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions#escape-characters */
export function armText(value: string): string {
  return value.startsWith('[') && value.endsWith(']') ? `[${value}` : value
}

/** A text inside an expression of an ARM template. */
export function armExpressionText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}
