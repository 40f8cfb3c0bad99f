import type {Element, ElementContent} from 'hast'

/** What a cell holds, as one line with a blank between its blocks: cells of Markdown have no paragraphs, lists or tables. */
export function cellPhrases({children}: Element): ElementContent[] {
  const phrases: ElementContent[] = []
  for (const child of children) {
    if (child.type !== 'element' || !BLOCK.test(child.tagName)) {
      phrases.push(child)
      continue
    }
    phrases.push(BLANK, ...cellPhrases(child), BLANK)
  }
  return phrases
}

const BLANK: ElementContent = {type: 'text', value: ' '}

const BLOCK = /^(?:p|div|section|article|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|pre|table|thead|tbody|tfoot|tr|td|th|caption|br|hr)$/
