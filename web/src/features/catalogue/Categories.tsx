import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import type { Category } from '#shared/catalogue'
import { formTexts } from '#shared/texts/forms'
import { productFieldTexts as fields, productTexts as texts } from '#shared/texts/products'
import { Asked } from '../../components/Asked.tsx'
import { useSay } from '../../components/language-context.ts'
import { Refused } from '../../components/Refused.tsx'
import { plainWords, type RecordWords } from '../../components/record-words.ts'
import { HistoryFold } from '../records/HistoryFold.tsx'
import { categoriesQuery, saveCategory } from './catalogue-queries.ts'

/** The tree of categories: each with its names and what it lies under, and a place for a new one. */
export function Categories() {
  const { t, language } = useSay()
  const categories = useQuery(categoriesQuery)
  const words: RecordWords = {
    names: { name: fields.name, parent: texts.parentCategory },
    wordsFor: (field, value) =>
      (field === 'parent' && categories.data?.items.find(({ code }) => code === value)?.name[language]) ||
      plainWords(value, language),
  }
  return (
    <details className="mt-6">
      <summary className="link">{t(texts.categories)}</summary>
      <Asked of={categories}>
        {({ items }) => (
          <ul className="cards">
            {items.map((category) => (
              <li key={`${category.code} ${category.version}`} className="card">
                <details>
                  <summary className="link">
                    {'\u3000'.repeat(category.path.length - 1)}
                    {category.name[language]} · {category.code}
                  </summary>
                  <CategoryForm category={category} all={items} />
                  <HistoryFold
                    place={{ path: `/categories/${category.code}`, queryKey: ['category', category.code] }}
                    words={words}
                  />
                </details>
              </li>
            ))}
            <li className="card">
              <h3>{t(texts.addCategory)}</h3>
              <CategoryForm key={items.length} category={undefined} all={items} />
            </li>
          </ul>
        )}
      </Asked>
    </details>
  )
}

function CategoryForm({ category, all }: { category: Category | undefined; all: readonly Category[] }) {
  const { t, language } = useSay()
  const client = useQueryClient()
  const saving = useMutation({
    mutationFn: (data: FormData) => {
      const text = (name: string) => String(data.get(name)).trim()
      const name = { zh: text('zh'), en: text('en') || text('zh') }
      const parent = text('parent')
      const body = { name, ...(parent && { parent }) }
      return saveCategory(category?.code ?? text('code'), body, category?.version ?? 0)
    },
    onSettled: () => client.invalidateQueries({ queryKey: categoriesQuery.queryKey }),
  })
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    saving.mutate(new FormData(event.currentTarget))
  }
  return (
    <form className="fields" onSubmit={onSubmit}>
      {!category && (
        <label className="field">
          <span>{t(fields.code)}</span>
          <input name="code" required maxLength={40} />
        </label>
      )}
      <label className="field">
        <span>{t(fields.nameZh)}</span>
        <input name="zh" required maxLength={200} defaultValue={category?.name.zh} />
      </label>
      <label className="field">
        <span>{t(fields.nameEn)}</span>
        <input name="en" maxLength={200} defaultValue={category?.name.en} />
      </label>
      <label className="field">
        <span>{t(texts.parentCategory)}</span>
        <select name="parent" defaultValue={category?.parent ?? ''}>
          <option value="">{t(texts.topCategory)}</option>
          {all
            .filter(({ path }) => !category || !path.includes(category.code))
            .map(({ code, name }) => (
              <option key={code} value={code}>
                {name[language]}
              </option>
            ))}
        </select>
      </label>
      <button type="submit" className="quiet" disabled={saving.isPending}>
        {t(formTexts.save)}
      </button>
      <Refused error={saving.error} />
    </form>
  )
}
