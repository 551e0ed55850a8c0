import type { RecordForm } from '../../components/form/use-record-form.ts'
import type { ProductDraft } from './catalogue-queries.ts'

/** What a part of the form on a product is given. */
export type ProductFormPart = { form: RecordForm<ProductDraft> }
