import {LRUCache} from 'lru-cache'
import {
  type Comparison,
  createHtmlRenderer,
  type PdfPrinter,
  renderPdf,
  renderRedlineDocx,
  renderVersion,
  renderWordFile,
  type TemplateSet,
  translator,
  versionEdition,
  viewRedline,
} from '../index.ts'
import type {ArchivedText} from '../io/index.ts'

/** Forms that are rendered for readers. */
export type RenderedForm = 'html' | 'pdf' | 'docx'

/** Renders texts and redlines for readers; undefined where this server cannot. The same text gives the same bytes. */
export interface RenditionSource {
  readonly text: (text: ArchivedText, form: RenderedForm) => Promise<Uint8Array | undefined>
  readonly redline: (comparison: Comparison, key: string, form: RenderedForm) => Promise<Uint8Array | undefined>
}

/**
 * Renders by templates and a browser that is opened at the first PDF. What was rendered is kept as long as there is room, and what is
 * being rendered is waited for, so that a burst of requests renders each text once.
 */
export function createRenditions(templates: TemplateSet, openPrinter: (() => Promise<PdfPrinter>) | undefined): RenditionSource {
  const renderer = createHtmlRenderer(templates)
  const kept = new LRUCache<string, Promise<Uint8Array | undefined>>({max: 500})
  let opened: Promise<PdfPrinter> | undefined
  const printer = () => {
    opened ??= openPrinter?.().catch((error: unknown) => {
      opened = undefined
      throw error
    })
    return opened
  }
  const once = (key: string, render: () => Promise<Uint8Array | undefined>) => {
    const known = kept.get(key)
    if (known) return known
    const rendering = render().catch((error: unknown) => {
      kept.delete(key)
      throw error
    })
    kept.set(key, rendering)
    return rendering
  }
  return {
    text: (text, form) =>
      once(`${text.version.manifestSha256} ${text.locale} ${form}`, async () => {
        const {agreement, version, locale, title, provider, compiled, ids} = text
        const {manifest} = version
        if (form === 'docx')
          return renderWordFile(compiled, {
            locale,
            title,
            provider,
            announcedAt: manifest.announcedAt,
            clauseIds: Object.fromEntries(ids),
          })
        const own = form === 'pdf' ? await printer() : undefined
        if (form === 'pdf' && !own) return undefined
        const renditions = await renderVersion(versionEdition(agreement, manifest, text), {renderer, printer: own})
        return renditions.find((rendition) => rendition.format === form)?.bytes
      }),
    redline: (comparison, key, form) =>
      once(`${key} ${form}`, async () => {
        const {from, to, diff} = comparison
        const language = to.agreement.locale
        const translate = translator(templates.messages, language)
        const names = {from: from.side?.version ?? '', to: to.side?.version ?? ''}
        const view = viewRedline({from: from.agreement, to: to.agreement, diff, translate, names})
        const finish = {title: view.title, language, date: FIXED_DATE}
        if (form === 'docx') return renderRedlineDocx(view, {...finish, author: 'Proviso'})
        const html = renderer.redline(view)
        if (form === 'html') return Buffer.from(html)
        const own = await printer()
        return own && renderPdf(own, html, finish)
      }),
  }
}

/** A redline is no record of its own: its file is dated by nothing but what it compares. */
const FIXED_DATE = '2000-01-01T00:00:00Z'
