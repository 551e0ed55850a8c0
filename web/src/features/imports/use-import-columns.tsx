import type { ImportView } from '#shared/imports'
import { importListTexts as listedTexts } from '#shared/texts/import-list'
import { importTexts as texts } from '#shared/texts/imports'
import { useSay } from '../../components/language-context.ts'
import type { Column } from '../../components/list/columns.ts'
import { formatCount } from '../../formats.ts'
import { useFullMoment } from '../accounts/use-full-moment.ts'

const counted = ['new', 'changed', 'unchanged', 'refused'] as const

/** The columns of the list of imports. */
export function useImportColumns(): Column<ImportView>[] {
  const { t, language } = useSay()
  const moment = useFullMoment()
  const rowsOf = ({ done, total }: ImportView) => {
    if (total === 0) return undefined
    return done < total ? t(texts.progress, { done, total }) : formatCount(total, language)
  }
  return [
    { key: 'kind', title: listedTexts.kind, cell: ({ kind }) => t(texts[kind]), isUsual: true },
    { key: 'at', title: listedTexts.startedAt, cell: ({ startedAt }) => moment(startedAt), isUsual: true },
    { key: 'rows', title: listedTexts.rows, cell: rowsOf, isNumber: true, isUsual: true },
    ...counted.map((verdict) => ({
      key: verdict,
      title: texts[verdict],
      cell: ({ verdicts }: ImportView) => verdicts[verdict] && formatCount(verdicts[verdict], language),
      isNumber: true,
      isUsual: verdict === 'refused',
    })),
    {
      key: 'trouble',
      title: listedTexts.trouble,
      cell: ({ problem, message }) => problem && <span className="is-refused">{message ?? problem}</span>,
      isUsual: true,
    },
    { key: 'map', title: texts.mapName, cell: ({ mapName }) => mapName },
  ]
}
