import Handlebars from 'handlebars'

/** A template that cannot be used, with the place to mend. */
export class TemplateFault extends Error {
  override readonly name = 'TemplateFault'
  /** Path below the folder of templates: `partials/clause.hbs`. */
  readonly file: string
  /** From 1; absent where only the file is known. */
  readonly line: number | undefined
  /** From 1. */
  readonly column: number | undefined

  constructor(message: string, {file, line, column}: {readonly file: string; readonly line?: number; readonly column?: number}) {
    super(message)
    this.file = file
    this.line = line
    this.column = column
  }
}

/**
 * Compiles a template when it is first used. Text without escaping is refused, and so is what Handlebars does not understand.
 *
 * @throws {TemplateFault} when it is used
 */
export function compileTemplate<View>(
  handlebars: typeof Handlebars,
  {file, source}: {readonly file: string; readonly source: string},
  options: CompileOptions,
): Handlebars.TemplateDelegate<View> {
  let compiled: Handlebars.TemplateDelegate<View> | undefined
  return (view, runtime) => {
    try {
      compiled ??= handlebars.compile<View>(parseTemplate(source, file), options)
      return compiled(view, runtime)
    } catch (error) {
      if (!(error instanceof Handlebars.Exception)) throw error
      throw faultOf(error, file)
    }
  }
}

function parseTemplate(source: string, file: string): hbs.AST.Program {
  const program = parseHandlebars(source, file)
  const visitor = new Handlebars.Visitor()
  const visit = visitor.MustacheStatement.bind(visitor)
  visitor.MustacheStatement = (statement) => {
    const {line, column} = statement.loc.start
    if (!statement.escaped)
      throw new TemplateFault('Unexpected text without escaping, expected two braces: the text of an agreement is never trusted', {
        file,
        line,
        column: column + 1,
      })
    visit(statement)
  }
  visitor.accept(program)
  return program
}

function parseHandlebars(source: string, file: string): hbs.AST.Program {
  try {
    return Handlebars.parse(source)
  } catch (error) {
    if (error instanceof Handlebars.Exception) throw faultOf(error, file)
    const message = error instanceof Error ? error.message : String(error)
    const [, line = '1', text = '', , got = ''] = /^Parse error on line (\d+):\n(.*)\n(.*)\n.*got '(\w+)'/.exec(message) ?? []
    throw new TemplateFault(`Unexpected ${got === 'EOF' ? 'end' : 'sign'} after \`${text}\`, expected the rest of an expression`, {
      file,
      line: Number(line),
    })
  }
}

/** Handlebars puts places into its messages, and speaks of `[object Object]`. */
function faultOf(error: Handlebars.Exception, file: string): TemplateFault {
  const {lineNumber = 0, column = 0}: {readonly lineNumber?: number; readonly column?: number} = error
  const place = {file, ...(lineNumber > 0 ? {line: lineNumber, column: column + 1} : {})}
  const words = error.message.replace(/ - \d+:\d+$/, '')
  const value = /^"(.*)" not defined in /.exec(words)?.[1]
  const helper = /unknown helper (\S+)$/.exec(words)?.[1]
  const partial = /^The partial (\S+) could not be found$/.exec(words)?.[1]
  if (value !== undefined) return new TemplateFault(`Unexpected value \`${value}\`, expected one that the view has`, place)
  if (helper !== undefined) return new TemplateFault(`Unexpected helper \`${helper}\`, expected one of docs/templates.md`, place)
  if (partial !== undefined) return new TemplateFault(`Unexpected partial \`${partial}\`, expected a file partials/${partial}.hbs`, place)
  return new TemplateFault(words, place)
}
