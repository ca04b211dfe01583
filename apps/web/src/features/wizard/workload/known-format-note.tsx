import { useCloud } from '../../../components/use-cloud.ts'
import { knownFormat, knownFormatWords } from '../start/known-format.ts'
import { useSuggestions } from '../identity/use-suggestions.ts'
import type { Wizard } from '../wizard.ts'

interface KnownFormatNoteProps {
  readonly wizard: Wizard
  readonly repository: string
}

/** What the tenant knows of the question, where its trusts do not agree and so cannot answer it. */
export function KnownFormatNote({ wizard, repository }: KnownFormatNoteProps) {
  const cloud = useCloud()
  const { rows } = useSuggestions(wizard.body)
  const format = knownFormat(rows, repository, cloud)
  const words = format.names > 0 && format.ids > 0 ? knownFormatWords(format) : null
  return words === null ? null : <span> {words}</span>
}
