// A refused record is not lost: it goes to the ticket as a note, if this person still may write one there.
import { outboxItems, replaceItem, type OutboxItem } from './outbox-store'
import { flushOutbox } from './outbox'
import { moveOf, unsentOf } from './queued'
import { pieces, recordWords } from './record-words'

/** Turns the ticket's refused record, and what waited behind it, into notes and sends them. */
export async function attach(ticketId: string): Promise<void> {
  for (const item of unsentOf(ticketId)) if (!item.note) replaceItem(item.key, notesOf(item))
  await flushOutbox()
}

/** What was recorded in these items, as text for the clipboard. */
export const textOf = (keys: readonly string[]): string =>
  outboxItems()
    .filter((item) => keys.includes(item.key))
    .map((item) => (item.note ? noteText(item) : recordWords(item)))
    .join('\n\n')

function notesOf(item: OutboxItem): OutboxItem[] {
  const moved = moveOf(item)
  if (!moved) return [item]
  const media = moved.input.media ?? []
  return pieces(recordWords(item)).map((text, i) => {
    const key = `${item.key}-n${i}`
    const input = { text, media: i === 0 ? media : [] }
    return {
      ...item,
      key,
      input: { ...moved, key, move: 'addNote', visit: null, input },
      files: i === 0 ? item.files : [],
      title: `补充:${item.title}`,
      state: 'waiting',
      words: '',
      note: true,
    }
  })
}

const noteText = (item: OutboxItem): string => String(moveOf(item)?.input.text ?? item.title)
