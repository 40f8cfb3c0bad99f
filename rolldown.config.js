/** The program in few files, which start in a third of the time that a thousand modules take; `lib/` stays the library. */
export default {
  input: {proviso: 'lib/main.js', 'import-program': 'lib/import-program.js', 'finish-program': 'lib/finish-program.js'},
  platform: 'node',
  // What has files of its own beside its code, and what is only loaded for a purpose.
  external: /^(?:@fastify\/|@sparticuz\/|docx$|fastify|fontkit|libsql|mammoth|pdfjs-dist|pg$|pino|prom-client|puppeteer|subset-font)/,
  output: {dir: 'lib/program', format: 'esm', cleanDir: true},
}
