import type {PageView} from '../../compiler/view/index.ts'

/** What the start page of a site shows. */
export interface IndexView extends PageView {
  readonly type: 'index'
  readonly agreements: readonly IndexEntry[]
}

/** An agreement with its languages and forms. */
export interface IndexEntry {
  readonly title: string
  readonly provider?: string
  readonly texts: readonly {readonly locale: string; readonly title: string; readonly href: string; readonly pdf?: string}[]
}
