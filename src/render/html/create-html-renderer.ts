import Handlebars from 'handlebars'
import {
  type AgreementView,
  type HistoryView,
  languageName,
  type NoticeView,
  type PageView,
  type RedlineRun,
  type RedlineView,
  type SpanView,
  type Translate,
  translator,
} from '../../compiler/view/index.ts'
import {compileTemplate} from './compile-template.ts'
import {cssString, pageCounter} from './css-strings.ts'
import {formatDate} from './format-date.ts'
import type {IndexView} from './index-view.ts'
import {jsonInHtml} from './json-in-html.ts'
import {qrCode} from './qr-code.ts'
import {runsToHtml} from './runs-to-html.ts'
import {spansToHtml} from './spans-to-html.ts'
import type {TemplateSet} from './template-set.ts'

/** Views → self-contained HTML pages. */
export interface HtmlRenderer {
  agreement(view: AgreementView): string
  history(view: HistoryView): string
  index(view: IndexView): string
  notice(view: NoticeView): string
  /** The same for mail programs: styles at each element, no table but those of the text. */
  noticeMail(view: NoticeView): string
  /** A message in a language, for what views hold ready-made. */
  message(locale: string, key: string, values?: Readonly<Record<string, string | number>>): string
  redline(view: RedlineView): string
}

/**
 * Compiles the templates once. They lay out and do not decide: only the helpers below are known, a missing value is an error, and
 * text from outside is always escaped.
 *
 * @throws {TemplateFault} when a page is rendered by a template that cannot be used
 */
export function createHtmlRenderer(templates: TemplateSet): HtmlRenderer {
  const handlebars = Handlebars.create()
  for (const [name, source] of Object.entries(templates.partials))
    handlebars.registerPartial(name, compileTemplate(handlebars, {file: `partials/${name}.hbs`, source}, COMPILE_OPTIONS))
  handlebars.registerHelper('spans', (spans: readonly SpanView[]) => new Handlebars.SafeString(spansToHtml(spans)))
  handlebars.registerHelper('style', (name: string) => new Handlebars.SafeString(templates.styles[name] ?? ''))
  handlebars.registerHelper('cssString', (text: string) => new Handlebars.SafeString(cssString(text)))
  handlebars.registerHelper('qrCode', (text: string) => new Handlebars.SafeString(qrCode(text)))
  handlebars.registerHelper('json', (value: unknown) => new Handlebars.SafeString(jsonInHtml(value)))
  handlebars.registerHelper('is', (value: unknown, wanted: unknown) => value === wanted)
  const translators = new Map<string, Translate>()
  const translatorFor = (locale: string) => {
    const translate = translators.get(locale) ?? translator(templates.messages, locale)
    translators.set(locale, translate)
    return translate
  }
  handlebars.registerHelper('languageName', (locale: string) => languageName(templates.messages, locale))
  const page =
    <View extends PageView>(name: string) =>
    (view: View): string => {
      const translate = translatorFor(view.locale)
      return template(name)(view, {
        helpers: {
          t: (key: string, options: Handlebars.HelperOptions) => translateFor(translate, key, options),
          date: (instant: string) => formatDate(instant, translate),
          runs: (runs: readonly RedlineRun[]) => new Handlebars.SafeString(runsToHtml(runs, translate)),
          pageCounter: () => new Handlebars.SafeString(pageCounter(translate)),
        },
      })
    }
  const compiled = new Map<string, Handlebars.TemplateDelegate<PageView>>()
  const template = (name: string) => {
    const known =
      compiled.get(name) ??
      compileTemplate<PageView>(handlebars, {file: `${name}.hbs`, source: templates.pages[name] ?? ''}, COMPILE_OPTIONS)
    compiled.set(name, known)
    return known
  }
  return {
    agreement: page<AgreementView>('agreement'),
    history: page<HistoryView>('history'),
    index: page<IndexView>('index'),
    notice: page<NoticeView>('notice'),
    noticeMail: page<NoticeView>('notice-mail'),
    redline: page<RedlineView>('redline'),
    message: (locale, key, values) => translatorFor(locale)(key, values),
  }
}

const COMPILE_OPTIONS: CompileOptions = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: {
    spans: true,
    runs: true,
    t: true,
    style: true,
    cssString: true,
    json: true,
    qrCode: true,
    date: true,
    pageCounter: true,
    languageName: true,
    is: true,
  },
}

/** A message that does not exist, or that lacks a value, is a fault of the template that asks for it. */
function translateFor(translate: Translate, key: string, options: Handlebars.HelperOptions): string {
  try {
    return translate(key, valuesOf(options))
  } catch (cause) {
    throw new Handlebars.Exception(cause instanceof Error ? cause.message : String(cause))
  }
}

function valuesOf({hash}: Handlebars.HelperOptions): Record<string, string | number> {
  const values: Record<string, string | number> = {}
  for (const [name, value] of Object.entries<unknown>(hash))
    if (typeof value === 'string' || typeof value === 'number') values[name] = value
  return values
}
