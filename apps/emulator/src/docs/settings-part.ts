import { azureReality } from '../kernel/reality.ts'
import { realityNames, realitySchemas, realityTexts, realityVariable } from '../kernel/reality-fields.ts'
import { markdownTable } from './markdown-table.ts'

/** The switches of reality with their variables, and what Azure's value is. */
export function realityPart(): string {
  const rows = realityNames.map((name) => {
    const schema = realitySchemas[name]
    const choices =
      'options' in schema ? ` ${schema.options.map((option) => `\`${option}\``).join(', ')}.` : ''
    const value = azureReality[name]
    const shown = typeof value === 'object' ? 'none' : `\`${value}\``
    return [`\`${name}\``, `\`${realityVariable(name)}\``, shown, `${realityTexts[name].help}${choices}`]
  })
  return markdownTable(['Switch', 'Variable', 'As in Azure', 'Meaning'], rows)
}
