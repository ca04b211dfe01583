import { makeStyles, tokens } from '@fluentui/react-components'
import { presetById, type PresetId } from '@trustwright/federation'
import { AllPlatforms } from '../../../components/workload/all-platforms.tsx'
import { PlatformEntry } from '../../../components/workload/platform-entry.tsx'

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  tiles: {
    display: 'grid',
    // Six of them: no row is left half empty.
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, max(220px, 32%)), 1fr))',
    gap: '8px',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  tile: { border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium },
})

const featured: readonly PresetId[] = [
  'github-actions',
  'aks',
  'gitlab',
  'hcp-terraform',
  'azure-devops',
  'other-issuer',
]

/** The other way to begin: the platform, and then its fields. */
export function PlatformTiles({ onChoose }: { readonly onChoose: (id: PresetId) => void }) {
  const styles = useStyles()
  return (
    <section className={styles.section} aria-labelledby="platforms">
      <h2 className={styles.title} id="platforms">
        Or choose where it runs
      </h2>
      <ul className={styles.tiles}>
        {featured.map((id) => (
          <li key={id} className={styles.tile}>
            <PlatformEntry
              preset={presetById(id)}
              chosen={false}
              kind="application"
              inTabOrder
              onChoose={() => onChoose(id)}
            />
          </li>
        ))}
      </ul>
      <AllPlatforms chosen={null} kind="application" onChoose={onChoose} />
    </section>
  )
}
