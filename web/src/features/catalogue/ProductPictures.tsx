import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ChangeEvent, useEffect } from 'react'
import type { Product } from '#shared/catalogue'
import { pictureName } from '#shared/picture-sizes'
import { isProblemCode, problemSentence } from '#shared/problems'
import { productTexts as texts } from '#shared/texts/products'
import { useSay } from '../../components/language-context.ts'
import { wordsOf } from '../../components/problem-words.ts'
import { Refused } from '../../components/Refused.tsx'
import { UploadFailed } from '../../send-file.ts'
import {
  orderPictures,
  pictureJobQuery,
  productQuery,
  removePicture,
  sendPicture,
} from './catalogue-queries.ts'
import { ProductPicture } from './ProductPicture.tsx'

const WATCH_MILLISECONDS = 700

/** The pictures of a product: taken with the phone or chosen, put in order, removed. */
export function ProductPictures({ product, maySave }: { product: Product; maySave: boolean }) {
  const { t, language } = useSay()
  const client = useQueryClient()
  const changing = useMutation({
    mutationFn: (change: () => Promise<Product>) => change(),
    onSettled: () => client.invalidateQueries({ queryKey: productQuery(product.productId).queryKey }),
  })
  const { pictures } = product
  return (
    <section className="card">
      <h2 className="mb-2">{t(texts.pictures)}</h2>
      {pictures.length === 0 && (
        <div className="large-picture">
          <ProductPicture product={product} size={320} />
        </div>
      )}
      <ol className="picture-list">
        {pictures.map((pictureId, at) => (
          <li key={pictureId}>
            <img
              className="picture"
              src={`/api/pictures/${pictureName(pictureId, 320)}`}
              alt={t(texts.pictureAlt, { name: product.name[language], count: at + 1 })}
            />
            {maySave && (
              <span className="actions">
                {at > 0 && (
                  <button
                    type="button"
                    className="quiet"
                    disabled={changing.isPending}
                    aria-label={`${t(texts.makeFirst)} ${t(texts.pictureNumber, { count: at + 1 })}`}
                    onClick={() =>
                      changing.mutate(() =>
                        orderPictures(product, [
                          pictureId,
                          ...pictures.filter((other) => other !== pictureId),
                        ]),
                      )
                    }
                  >
                    {t(texts.makeFirst)}
                  </button>
                )}
                <button
                  type="button"
                  className="quiet danger"
                  disabled={changing.isPending}
                  aria-label={`${t(texts.removePicture)} ${t(texts.pictureNumber, { count: at + 1 })}`}
                  onClick={() => changing.mutate(() => removePicture(product, pictureId))}
                >
                  {t(texts.removePicture)}
                </button>
              </span>
            )}
          </li>
        ))}
      </ol>
      <Refused error={changing.error} className="mt-2" />
      {maySave && <AddPicture product={product} />}
    </section>
  )
}

function AddPicture({ product }: { product: Product }) {
  const { t, language } = useSay()
  const client = useQueryClient()
  const sending = useMutation({ mutationFn: (file: File) => sendPicture(product, file) })
  const job = useQuery({
    ...pictureJobQuery(product, sending.data?.jobId),
    refetchInterval: ({ state }) => (isOver(state.data?.state) ? false : WATCH_MILLISECONDS),
  })
  const state = job.data?.state
  useEffect(() => {
    if (state === 'done')
      void client.invalidateQueries({ queryKey: productQuery(product.productId).queryKey })
  }, [state, client, product.productId])
  const onChoose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.currentTarget.files ?? []
    if (file) sending.mutate(file)
    event.currentTarget.value = ''
  }
  const isWorking = sending.isPending || (sending.data !== undefined && !isOver(state))
  const problem = job.data?.problem
  return (
    <div className="mt-3" aria-live="polite">
      <label className="button file-button">
        {t(isWorking ? texts.pictureWorking : texts.addPicture)}
        <input
          type="file"
          className="sr-only"
          accept="image/jpeg,image/png"
          disabled={isWorking}
          onChange={onChoose}
        />
      </label>
      <p className="facts mt-2">{t(texts.pictureHint)}</p>
      {sending.error && (
        <p className="notice bad mt-2" role="alert">
          {sending.error instanceof UploadFailed ? t(texts.uploadFailed) : wordsOf(sending.error, language)}
        </p>
      )}
      {problem && isProblemCode(problem) && (
        <p className="notice bad mt-2" role="alert">
          {problemSentence(problem, job.data?.facts ?? {}, language)}
        </p>
      )}
    </div>
  )
}

function isOver(state: string | undefined): boolean {
  return state === 'done' || state === 'failed'
}
