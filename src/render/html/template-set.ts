import type {Messages} from '../../compiler/view/index.ts'

/** Everything that HTML is made with, read by the caller: file names without extension → contents. */
export interface TemplateSet {
  /** Handlebars pages: `agreement`, `history`, `index`. */
  readonly pages: Readonly<Record<string, string>>
  /** Handlebars partials: `clause`, `body`, … */
  readonly partials: Readonly<Record<string, string>>
  /** CSS: `tokens`, `screen`, `print`. */
  readonly styles: Readonly<Record<string, string>>
  /** Scripts that improve pages which work without them: `search`. */
  readonly scripts: Readonly<Record<string, string>>
  /** ICU messages by language and key. */
  readonly messages: Messages
}
