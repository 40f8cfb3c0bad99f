import {spansText} from '../../clause-tree/index.ts'
import {isPlainText, type OutlineNode} from './outline-node.ts'

/** Takes the closing lines after the last section (version, dates, end marks, copyright) out of the tree, in reading order. */
export function takeColophon(root: OutlineNode): OutlineNode[] {
  const colophon: OutlineNode[] = []
  if (!root.children.some((node) => node.kind === 'section' || node.kind === 'part' || node.kind === 'clause')) return colophon
  for (;;) {
    const last = lastNode(root)
    if (!last.parent || !isPlainText(last) || last.kind === 'preamble' || last.block || last.children.length > 0) return colophon
    const text = spansText(last.spans)
      .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
      .trim()
    if (!isColophonText(text) && !(colophon.length > 0 && isSignature(text))) return colophon
    last.parent.children.pop()
    last.parent = undefined
    last.kind = 'colophon'
    colophon.unshift(last)
  }
}

function lastNode(node: OutlineNode): OutlineNode {
  let last = node
  for (let next = last.children.at(-1); next; next = last.children.at(-1)) last = next
  return last
}

/** The name of the provider above the date. */
function isSignature(text: string): boolean {
  return text.length <= 40 && /(?:公司|集团|团队|平台|事务所|中心|委员会|\b(?:Inc|Ltd|LLC|Corp|GmbH|AG|SAS|SARL|S\.A)\.?)$/u.test(text)
}

function isColophonText(line: string): boolean {
  return line.length <= 90 && COLOPHON.some((pattern) => pattern.test(line))
}

const COLOPHON: readonly RegExp[] = [
  /^[（(【]?(?:本(?:协议|条款|政策|规则|版本|文件))?(?:版本|版次|文件编号|发布|公布|更新|最近更新|最后更新|修订|生效|签署)(?:版本|号|日期|时间|于)?\s*[:：为]?.{0,40}[)）】]?[。.]?$/,
  /^本(?:协议|条款|政策|规则)(?:于|自).{4,20}(?:起)?(?:发布|生效|实施|更新|修订).{0,20}$/,
  /^[（(]?(?:完|以下无正文|正文完|本页无正文|全文完)[）)]?[。.]?$/,
  /^(?:last\s+(?:updated|revised|modified)|updated|revised|effective(?:\s+date|\s+as\s+of|\s+from)?|version|revision|date)\b.{0,60}$/i,
  /^(?:stand|version|fassung|gültig ab|letzte (?:aktualisierung|änderung)|dernière (?:mise à jour|modification)|version (?:du|en vigueur)|en vigueur|mise? à jour|última actualización)\b.{0,60}$/i,
  /^(?:©|\(c\)|copyright\b).{0,80}$/i,
  /^\d{4}\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2}\s*日?$/,
]
