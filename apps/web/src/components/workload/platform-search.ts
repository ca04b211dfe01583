import { presetCategories, presets, type Preset, type PresetCategory } from '@trustwright/federation'

export interface PlatformGroup {
  readonly category: PresetCategory
  readonly title: string
  readonly presets: readonly Preset[]
}

const titles: Readonly<Record<PresetCategory, string>> = {
  pipelines: 'Pipelines',
  clusters: 'Kubernetes clusters',
  infrastructure: 'Infrastructure as code',
  clouds: 'Clouds and data',
  hosting: 'Hosting',
  identities: 'Identities',
  other: 'Anything else',
}

/** Platforms whose name, id, summary or group has every word of the query, in their groups. */
export function findPlatforms(query: string): readonly PlatformGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return presetCategories.flatMap((category) => {
    const title = titles[category]
    const found = presets.filter((preset) => {
      const text = `${preset.title} ${preset.id} ${preset.summary} ${title}`.toLowerCase()
      return preset.category === category && words.every((word) => text.includes(word))
    })
    return found.length === 0 ? [] : [{ category, title, presets: found }]
  })
}
