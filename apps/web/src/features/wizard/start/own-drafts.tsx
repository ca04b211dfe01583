import { DraftList } from '../../../components/drafts/draft-list.tsx'

/** What the person left half done; nothing where there is nothing. */
export function OwnDrafts() {
  return <DraftList />
}
