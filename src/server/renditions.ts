import {LRUCache} from 'lru-cache'
import {
  type Comparison,
  createHtmlRenderer,
  type PdfPrinter,
  renderPdf,
  renderVersion,
  type TemplateSet,
  translator,
  versionEdition,
  viewRedline,
} from '../index.ts'
import type {ArchivedText} from '../io/index.ts'

/** Forms that are rendered for readers. */
export type RenderedForm = 'html' | 'pdf'

/** Renders texts and redlines for readers; undefined where this server cannot. The same text gives the same bytes. */
export interface RenditionSource {
  readonly text: (text: ArchivedText, form: RenderedForm) => Promise<Uint8Array | undefined>
  readonly redline: (comparison: Comparison, key: string, form: RenderedForm) => Promise<Uint8Array | undefined>
}

/** Renders by templates and a browser that is opened at the first PDF; what was rendered is kept as long as there is room. */
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
        const own = form === 'pdf' ? await printer() : undefined
        if (form === 'pdf' && !own) return undefined
        const renditions = await renderVersion(versionEdition(text.agreement, text.version.manifest, text), {renderer, printer: own})
        return renditions.find((rendition) => rendition.format === form)?.bytes
      }),
    redline: (comparison, key, form) =>
      once(`${key} ${form}`, async () => {
        const {from, to, diff} = comparison
        const translate = translator(templates.messages, to.agreement.locale)
        const names = {from: from.side?.version ?? '', to: to.side?.version ?? ''}
        const html = renderer.redline(viewRedline({from: from.agreement, to: to.agreement, diff, translate, names}))
        if (form === 'html') return Buffer.from(html)
        const own = await printer()
        return own && renderPdf(own, html, {title: names.to, language: to.agreement.locale, date: FIXED_DATE})
      }),
  }
}

/** A redline is no record of its own: its PDF is dated by nothing but what it compares. */
const FIXED_DATE = '2000-01-01T00:00:00Z'
