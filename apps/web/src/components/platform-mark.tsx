import type { ComponentType } from 'react'
import {
  CloudMark,
  GithubActionsMark,
  HostingMark,
  IdentitiesMark,
  InfrastructureMark,
  IssuerMark,
  KubernetesMark,
  PipelinesMark,
} from '../ui/marks.tsx'
import type { MarkName } from './mark-of.ts'

const marks: Readonly<Record<MarkName, ComponentType<{ readonly size?: number }>>> = {
  github: GithubActionsMark,
  pipelines: PipelinesMark,
  clusters: KubernetesMark,
  infrastructure: InfrastructureMark,
  clouds: CloudMark,
  hosting: HostingMark,
  identities: IdentitiesMark,
  other: IssuerMark,
}

/** The kind of platform as a small drawing; the name stands beside it. */
export function PlatformMark({ mark, size = 20 }: { readonly mark: MarkName; readonly size?: number }) {
  const Drawing = marks[mark]
  return <Drawing size={size} />
}
