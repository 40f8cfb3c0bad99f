import type {ReferencePattern} from '../reference-pattern.ts'
import {isLinked, resolveAnnex, resolveBefore, resolveDocument, resolveOwnSection, resolveTopic} from '../resolve-named.ts'
import {resolveNumber, resolveSibling} from '../resolve-number.ts'

const HAN = '[〇零一二两三四五六七八九十百\\d]'
const DECIMAL = '\\d{1,3}(?:\\.\\d{1,3})+'
/** What joins the numbers of an enumeration, or the ends of a range. */
const JOINT = '\\s?(?:以及|或者|[、,和及与或至到~—–-]){1,2}\\s?'
/** `条第二款第（三）项`: what a number counts, and what is meant in it. */
const UNIT = '\\s?[条章](?:之[一二三四五六七八九十])?(?:第\\s?HAN{1,4}\\s?款)?(?:第?\\s?[(]?HAN{1,4}[)]?\\s?项)?'.replaceAll('HAN', HAN)
/** A decimal needs no unit; without one it must be no quantity. */
const CLOSED = `(?:${DECIMAL}(?:${UNIT}|\\s?[款项]|(?![\\d.]|\\s?(?:[%‰倍元万亿个版级分秒天日周月年人份次折]|小时)))|${HAN}{1,6}${UNIT})`
/** `1、2、3条和第4条`: the last number has a unit, the others may share it. */
const NUMBERS = `(?:(?:${CLOSED}|${HAN}{1,6})${JOINT}第?\\s?){0,40}${CLOSED}`

/** References in Chinese, the surest first. */
export const CHINESE_REFERENCES: readonly ReferencePattern[] = [
  {
    pattern: new RegExp(`(?<document>《[^》]{2,40}》)第\\s?${NUMBERS}`, 'g'),
    resolve: () => ({resolved: true, external: true}),
  },
  {
    pattern: new RegExp(`(?:第\\s?|(?:本协议|本合同|本条款)\\s?(?=${DECIMAL}))${NUMBERS}`, 'g'),
    members: new RegExp(
      `第?\\s?(?<number>${DECIMAL}|${HAN}{1,6})(?:\\s?[条章](?:之[一二三四五六七八九十])?(?:第\\s?(?<paragraph>${HAN}{1,4})\\s?款)?(?:第?\\s?[(]?(?<item>${HAN}{1,4})[)]?\\s?项)?|\\s?[款项])?`,
      'g',
    ),
    resolve: resolveNumber,
  },
  {
    pattern: new RegExp(`(?<!条)第\\s?(?:${HAN}{1,3}\\s?款?${JOINT}第?\\s?){0,40}${HAN}{1,3}\\s?款`, 'g'),
    members: new RegExp(`第?\\s?(?<number>${HAN}{1,3})(?:\\s?款)?`, 'g'),
    resolve: resolveSibling,
  },
  {pattern: /本(?:条|款|项|节|章)(?!款)(?=[上下前后]?[述列]?[^，。；]{0,12})/g, resolve: resolveOwnSection},
  {pattern: /(?:前[一二两三四]?|上[一述]?|上述|下述)(?:条|款|项)(?!件)/g, resolve: resolveBefore},
  {
    pattern:
      /(?:附件|附录|附表)\s?(?<number>[一二三四五六七八九十]|\d{1,2}|[A-Z])?(?=[^\p{L}\d]|[的中所和与及、见为按]|$|[\p{Script=Han}])/gu,
    resolve: resolveAnnex,
  },
  {
    pattern:
      /(?<topic>(?:免除或者?限制责任|限制或免除责任|责任限制|免责|管辖法院的选择|管辖|争议解决|法律适用|知识产权|信息保密|保密|赔偿方案|违约责任)(?:[、和及与](?:信息)?[\p{Script=Han}]{2,6})?)的?条款(?!可能)/gu,
    resolve: resolveTopic,
  },
  {pattern: /(?:按照|根据|依据|依照|以|按)本(?:协议|合同)(?:的)?(?:约定|规定)/g, resolve: () => ({resolved: true})},
  {pattern: /《(?<name>[^》]{2,60})》/g, resolve: resolveDocument},
  {
    pattern: /(?:详见|参见|请见|请参阅|请查看)(?!第|本|《|附件|上|下)(?<name>[\p{Script=Han}A-Za-z0-9 ]{2,30})(?![\p{Script=Han}《])/gu,
    resolve: (mention) => (isLinked(mention) ? undefined : {resolved: false, external: true}),
  },
]
