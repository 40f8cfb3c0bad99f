import Handlebars from 'handlebars'
import {type AgreementView, type SpanView, translator} from '../../compiler/view/index.ts'
import {cssString, pageCounter} from './css-strings.ts'
import type {IndexView} from './index-view.ts'
import {spansToHtml} from './spans-to-html.ts'
import type {TemplateSet} from './template-set.ts'

type Page = (view: AgreementView | IndexView, options: {readonly helpers: Record<string, Handlebars.HelperDelegate>}) => string

/** Views → self-contained HTML pages. */
export interface HtmlRenderer {
  agreement(view: AgreementView): string
  index(view: IndexView): string
}

/**
 * Compiles the templates once. They lay out and do not decide: only the helpers below are known, a missing value is an error, and
 * text from outside is always escaped.
 */
export function createHtmlRenderer(templates: TemplateSet): HtmlRenderer {
  const handlebars = Handlebars.create()
  for (const [name, source] of Object.entries(templates.partials)) handlebars.registerPartial(name, source)
  handlebars.registerHelper('spans', (spans: readonly SpanView[]) => new Handlebars.SafeString(spansToHtml(spans)))
  handlebars.registerHelper('style', (name: string) => new Handlebars.SafeString(templates.styles[name] ?? ''))
  handlebars.registerHelper('cssString', (text: string) => new Handlebars.SafeString(cssString(text)))
  handlebars.registerHelper('languageName', (locale: string) => translator(templates.messages, locale)('language'))
  handlebars.registerHelper('is', (value: unknown, wanted: unknown) => value === wanted)
  const page = (name: string): Page =>
    handlebars.compile(templates.pages[name] ?? '', {
      strict: true,
      knownHelpersOnly: true,
      knownHelpers: {spans: true, t: true, style: true, cssString: true, pageCounter: true, languageName: true, is: true},
    })
  const agreementPage = page('agreement')
  const indexPage = page('index')
  const render = (template: Page, view: AgreementView | IndexView) => {
    const translate = translator(templates.messages, view.locale)
    const helpers = {
      t: (key: string, options: Handlebars.HelperOptions) => translate(key, valuesOf(options)),
      pageCounter: () => new Handlebars.SafeString(pageCounter(translate)),
    }
    return template(view, {helpers})
  }
  return {
    agreement: (view) => render(agreementPage, view),
    index: (view) => render(indexPage, view),
  }
}

function valuesOf({hash}: Handlebars.HelperOptions): Record<string, string | number> {
  const values: Record<string, string | number> = {}
  for (const [name, value] of Object.entries<unknown>(hash))
    if (typeof value === 'string' || typeof value === 'number') values[name] = value
  return values
}
