/** Views → HTML by Handlebars; runs in the browser, too. */
export {TemplateFault} from './compile-template.ts'
export {createHtmlRenderer, type HtmlRenderer} from './create-html-renderer.ts'
export type {IndexEntry, IndexView} from './index-view.ts'

export type {TemplateSet} from './template-set.ts'
