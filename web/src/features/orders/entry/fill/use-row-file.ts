import { useRef, useState } from 'react'
import type { CustomerId } from '#shared/ids'
import { MOST_FILE_BYTES } from '#shared/order-file'
import type { WrittenRow } from '#shared/quantity-lines'
import { readCells } from '#shared/read-rows'
import { orderPasteTexts as texts } from '#shared/texts/order-paste'
import { useSay } from '../../../../components/language-context.ts'
import { wordsOf } from '../../../../components/problem-words.ts'
import { readOrderRows } from '../../order-queries.ts'
import { fileAsBase64 } from './file-as-base64.ts'

/** What became of the file that was chosen last; nothing of one before it is left. */
type RowFile = { name?: string; cells?: WrittenRow[]; isReading?: boolean; trouble?: string }

/** Reads the rows of a chosen file through the server, which knows the encodings of tables; `onRows` is told once they are
 * there. */
export function useRowFile(customerId: CustomerId, onRows: () => void) {
  const { t, language } = useSay()
  const [file, setFile] = useState<RowFile>({})
  const turn = useRef(0)
  const read = async (chosen: File) => {
    turn.current += 1
    const mine = turn.current
    const { name } = chosen
    const settle = (found: RowFile) => {
      if (mine !== turn.current) return
      setFile({ name, ...found })
      if (found.cells) onRows()
    }
    // A phone would take long to send what is refused anyhow.
    if (chosen.size > MOST_FILE_BYTES)
      return settle({
        trouble: t(texts.fileTooLarge, { name, most: `${Math.floor(MOST_FILE_BYTES / 1000)} KB` }),
      })
    if (chosen.size === 0) return settle({ cells: [] })
    settle({ isReading: true })
    try {
      const { rows } = await readOrderRows(customerId, await fileAsBase64(chosen))
      settle({ cells: readCells(rows) })
    } catch (error) {
      settle({ trouble: wordsOf(error, language) })
    }
  }
  const forget = () => {
    turn.current += 1
    setFile({})
  }
  return { ...file, read, forget }
}
