import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Difference } from '../kernel/difference.ts'

const areas = ['Entra', 'ARM', 'Graph', 'Outside issuers', 'GitHub', 'Emulator'] as const

/** What every `differences.ts` under the sources tells, each once. */
export async function readDifferences(): Promise<Difference[]> {
  const folder = fileURLToPath(new URL('..', import.meta.url))
  const found = new Map<string, Difference>()
  for (const file of globSync('**/differences.ts', { cwd: folder }).toSorted()) {
    // Every such file exports nothing but lists of differences.
    const lists = Object.values((await import(`${folder}${file}`)) as Record<string, readonly Difference[]>)
    for (const difference of lists.flat()) found.set(`${difference.area} ${difference.what}`, difference)
  }
  return [...found.values()]
}

export function differencesPart(differences: readonly Difference[]): string {
  return areas
    .map((area) => [area, differences.filter((difference) => difference.area === area)] as const)
    .filter(([, own]) => own.length > 0)
    .map(([area, own]) => `### ${area}\n\n${own.map(item).join('\n')}`)
    .join('\n\n')
}

function item({ what, why, certainty }: Difference): string {
  return `- ${plain(what)} ${plain(why)} _${certainty}_`
}

/** Marks of Markdown stay what they are, outside of code. */
function plain(text: string): string {
  const parts = text.split(/(`[^`]*`)/)
  return parts
    .map((part) => (part.startsWith('`') ? part : part.replaceAll(/[*<]/g, String.raw`\$&`)))
    .join('')
}
