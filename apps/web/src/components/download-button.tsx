import { Button } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons'
import { useMutation } from '@tanstack/react-query'
import { problemText } from '../api/problem-text.ts'
import { download } from '../api/download.ts'
import { announce } from './announcer.tsx'
import { notify } from './toaster.tsx'

interface DownloadButtonProps {
  readonly address: string
  /** Of the file, where the portal names none. */
  readonly filename: string
  /** What is in it: `Export CSV`. */
  readonly children: string
}

/** Saves a file that the portal makes, and says when it is there or why not. */
export function DownloadButton({ address, filename, children }: DownloadButtonProps) {
  const save = useMutation({
    mutationFn: () => download(address, filename),
    onSuccess: () => announce(`${filename} is ready`),
    onError: (error) => {
      const { title, cause, nextStep } = problemText(error)
      notify({ intent: 'danger', title: `No file: ${title}`, text: `${cause} ${nextStep}` })
    },
  })
  return (
    <Button
      icon={<ArrowDownload20Regular aria-hidden="true" />}
      disabledFocusable={save.isPending}
      onClick={() => save.mutate()}
    >
      {save.isPending ? 'Making the file' : children}
    </Button>
  )
}
