// Tables in Markdown; a bar inside a cell is escaped.
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

/** One row of cells. */
export const row = (...cells: string[]): string => `| ${cells.map(cell).join(' | ')} |`

/** A table with its head. */
export function table(head: readonly string[], rows: readonly string[]): string {
  return [row(...head), `| ${head.map(() => '---').join(' | ')} |`, ...rows].join('\n')
}
