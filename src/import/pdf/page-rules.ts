import {OPS, type PDFPageProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A thin horizontal line or bar, in points from the lower left corner of the page. */
export interface Rule {
  readonly left: number
  readonly right: number
  readonly y: number
}

/** A thin vertical line, such as parts the cells of a table. */
export interface VerticalRule {
  readonly x: number
  readonly bottom: number
  readonly top: number
}

/** The lines that a page draws. */
export interface PageRules {
  readonly rules: readonly Rule[]
  readonly verticals: readonly VerticalRule[]
}

type Matrix = readonly [number, number, number, number, number, number]

/** Lines that a page draws: underlines and the lines of tables. Follows the transformations of the content stream. */
export function pageRules({fnArray, argsArray}: Awaited<ReturnType<PDFPageProxy['getOperatorList']>>): PageRules {
  const rules: Rule[] = []
  const verticals: VerticalRule[] = []
  const stack: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  fnArray.forEach((operator, index) => {
    const args: unknown = argsArray[index]
    switch (operator) {
      case OPS.save:
        stack.push(matrix)
        break
      case OPS.restore:
        matrix = stack.pop() ?? matrix
        break
      case OPS.transform:
        matrix = multiply(matrix, args as Matrix)
        break
      case OPS.paintFormXObjectBegin: {
        stack.push(matrix)
        const [inner] = args as [Matrix | null]
        if (inner) matrix = multiply(matrix, inner)
        break
      }
      case OPS.paintFormXObjectEnd:
        matrix = stack.pop() ?? matrix
        break
      case OPS.constructPath: {
        const [, , bounds] = args as [number, unknown, ArrayLike<number> | undefined]
        if (bounds) addRule(bounds, matrix)
        break
      }
      default:
    }
  })
  return {rules, verticals}

  function addRule(bounds: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): void {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = Array.from(bounds)
    const xs = [a * x1 + c * y1 + e, a * x2 + c * y2 + e]
    const ys = [b * x1 + d * y1 + f, b * x2 + d * y2 + f]
    const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
    if (top - bottom <= MAX_THICKNESS && right - left >= MIN_LENGTH) rules.push({left, right, y: (top + bottom) / 2})
    else if (right - left <= MAX_THICKNESS && top - bottom >= MIN_LENGTH) verticals.push({x: (left + right) / 2, bottom, top})
  }
}

function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** Points. */
const MAX_THICKNESS = 2.5
const MIN_LENGTH = 3
