import type {ChangeNotice} from './change-notice.ts'

/** Something that a notice must say and does not. */
export interface NoticeFault {
  readonly field: keyof ChangeNotice
  /** What is missing and how to mend it, in English. */
  readonly message: string
}

/** What keeps a notice from being sent: fields that law wants in it (docs/notice.md), and a summary that is too long. */
export function noticeFaults(notice: ChangeNotice): readonly NoticeFault[] {
  return CHECKS.flatMap(({field, isMissing, message}) => (isMissing(notice) ? [{field, message}] : []))
}

const CHECKS: readonly {
  readonly field: keyof ChangeNotice
  readonly isMissing: (notice: ChangeNotice) => boolean
  readonly message: string
}[] = [
  {
    field: 'title',
    isMissing: ({title}) => title.trim() === '',
    message: 'Missing title, expected one in the text or in `titles` of agreement.yaml',
  },
  {
    field: 'changes',
    isMissing: ({changes, renumbered}) => changes.length + renumbered.length === 0,
    message: 'Unexpected notice without a change, expected two texts that differ',
  },
  {
    field: 'fromVersion',
    isMissing: ({fromVersion}) => fromVersion.trim() === '',
    message: 'Missing name of the version in force',
  },
  {field: 'toVersion', isMissing: ({toVersion}) => toVersion.trim() === '', message: 'Missing name of the new version'},
  {
    field: 'contact',
    isMissing: ({contact}) => contact.every((line) => line.trim() === ''),
    message: 'Missing contact, expected `provider.contact` in agreement.yaml (or `--contact` of `proviso notice`)',
  },
  {
    field: 'ifYouDoNotAgree',
    isMissing: ({ifYouDoNotAgree}) => ifYouDoNotAgree.rights.length === 0,
    message: 'Missing what readers may do who do not agree',
  },
  {field: 'meaningOfSilence', isMissing: ({meaningOfSilence}) => meaningOfSilence === '', message: 'Missing what silence means'},
  {
    field: 'hashes',
    isMissing: ({hashes}) => hashes.old.sourceSha256 === undefined || hashes.new.sourceSha256 === undefined,
    message: 'Missing SHA-256 of the texts',
  },
]
