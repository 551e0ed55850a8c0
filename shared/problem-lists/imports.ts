/** What can be wrong with a file and its rows; part of all problems. Pages show the server's sentences of these. */
export const importProblems = {
  'imports.import_not_found': { status: 404, zh: '没有这次导入。', en: 'There is no such import.' },
  'imports.kind_of_others': {
    status: 403,
    zh: '“{kind}”的文件由这些人导入：{who}。请交给他们，或请管理员给您这个角色。',
    en: 'Files of “{kind}” are brought in by: {who}. Pass it on, or ask an administrator for that role.',
  },
  'imports.map_not_found': {
    status: 404,
    zh: '没有叫“{name}”的列对应。请从已存的里选一个。',
    en: 'No columns are kept under “{name}”. Choose one of those that are kept.',
  },
  'imports.file_missing': { status: 409, zh: '文件还没有上传。', en: 'The file has not been uploaded yet.' },
  'imports.file_changed': {
    status: 409,
    zh: '文件在读取之后被换过，请重新读取。',
    en: 'The file was replaced since it was read. Have it read again.',
  },
  'imports.file_unreadable': {
    status: 422,
    zh: '文件读不下去（第 {line} 行附近）。请另存为 CSV（UTF-8）或 XLSX 再传。',
    en: 'The file cannot be read (near row {line}). Save it as CSV (UTF-8) or XLSX and send it again.',
  },
  'imports.workbook_unreadable': {
    status: 422,
    zh: '这个 XLSX 文件打不开，可能损坏了，或设了密码。请用表格软件另存为 XLSX 或 CSV（UTF-8）再传。',
    en: 'This XLSX file cannot be opened: it may be damaged or locked with a password. Save it again as XLSX or CSV (UTF-8) and send it anew.',
  },
  'imports.file_locked': {
    status: 422,
    zh: '这是设了密码的表格，或是旧版的 .xls。请用表格软件打开，去掉密码，另存为 XLSX 或 CSV 再传。',
    en: 'This workbook is locked with a password, or an old .xls. Open it, take the password away, save it as XLSX or CSV and send that.',
  },
  'imports.file_no_table': {
    status: 422,
    zh: '这个文件不是表格，可能是图片或别的文件改了名。请传 CSV 或 XLSX。',
    en: 'This file is no table; it may be a picture or something else under another name. Send CSV or XLSX.',
  },
  'imports.file_too_large': {
    status: 422,
    zh: '文件展开后超过 {mostMegabytes} MB，请分成几份。',
    en: 'The file unpacks to more than {mostMegabytes} MB. Split it.',
  },
  'imports.file_empty': {
    status: 422,
    zh: '文件里没有标题行。',
    en: 'The file has no heading row.',
  },
  'imports.too_many_rows': {
    status: 422,
    zh: '一次最多 {most} 行，请分成几份。',
    en: 'A file holds at most {most} rows. Split it.',
  },
  'imports.too_many_columns': {
    status: 422,
    zh: '一份文件最多 {most} 列。',
    en: 'A file has at most {most} columns.',
  },
  'imports.not_now': {
    status: 409,
    zh: '这次导入现在是“{state}”，不能做这一步。',
    en: 'The import is “{state}” now; this step is not possible.',
  },
  'imports.column_missing': {
    status: 422,
    zh: '还没有对应的列：{columns}。',
    en: 'These columns are not matched yet: {columns}.',
  },
  'imports.column_unknown': {
    status: 422,
    zh: '没有这一列：{columns}。',
    en: 'There is no such column: {columns}.',
  },
  'imports.rows_refused': {
    status: 409,
    zh: '有 {count} 行被拒绝；这次导入要求全部通过，请改好文件再传。',
    en: '{count} row(s) are refused, and this import is all or nothing. Mend the file and send it again.',
  },
  'imports.built_upon': {
    status: 409,
    zh: '有 {count} 条记录在导入后又变过（例如 {key}），不能撤销。',
    en: '{count} record(s) changed since the import (for example {key}), so it cannot be undone.',
  },
  'imports.applied_in_part': {
    status: 409,
    zh: '已经导入了 {done} 行，不能放弃。请再按“确认导入”，会从停下的地方接着做。',
    en: '{done} {done|row was|rows were} applied already, so it cannot be discarded. Confirm it again: it goes on where it stopped.',
  },
  'imports.limits_ordered': {
    status: 409,
    zh: '周期 {cycle} 已有订单 {number} 按这些限量下单，不能撤销。要改限量，请再导入一份。',
    en: 'Order {number} of cycle {cycle} was placed by these limits, so this cannot be undone. To change them, import again.',
  },
  'imports.cannot_undo': {
    status: 409,
    zh: '这类导入不能撤销，请再导入一份原来的内容。',
    en: 'An import of this kind cannot be undone. Import the earlier content again.',
  },
  'imports.value_missing': {
    status: 422,
    zh: '“{column}”必填，请补上。',
    en: '“{column}” is required. Fill it in.',
  },
  'imports.value_too_long': {
    status: 422,
    zh: '“{column}”的值“{value}”太长，最多 {most} 个字符。',
    en: '“{value}” in “{column}” is too long: at most {most} characters.',
  },
  'imports.number_invalid': {
    status: 422,
    zh: '“{column}”的值“{value}”要是 {least} 到 {most} 的整数。',
    en: '“{column}” cannot be “{value}”: enter a whole number from {least} to {most}.',
  },
  'imports.amount_invalid': {
    status: 422,
    zh: '“{column}”的值“{value}”不是金额，请填成 128.00 这样。',
    en: '“{value}” in “{column}” is no amount. Write it like 128.00.',
  },
  'imports.choice_invalid': {
    status: 422,
    zh: '“{column}”的值“{value}”只能是：{values}。',
    en: '“{column}” cannot be “{value}”; it is one of: {values}.',
  },
  'imports.moment_invalid': {
    status: 422,
    zh: '“{column}”的值“{value}”不是日期时间，请填成 2026-11-25 16:00 这样。',
    en: '“{value}” in “{column}” is no date and time. Write it like 2026-11-25 16:00.',
  },
  'imports.date_invalid': {
    status: 422,
    zh: '“{column}”的值“{value}”不是日期，请填成 2026-11-25 这样。',
    en: '“{value}” in “{column}” is no date. Write it like 2026-11-25.',
  },
  'imports.breaks_invalid': {
    status: 422,
    zh: '“{column}”的值“{value}”看不懂，请填成 48: 125.00; 96: 120.00 这样。',
    en: '“{value}” in “{column}” cannot be read. Write it like 48: 125.00; 96: 120.00.',
  },
  'imports.packs_invalid': {
    status: 422,
    zh: '“{column}”的值“{value}”看不懂，请填成 件/case = 50; 箱/master case = 5 这样。',
    en: '“{value}” in “{column}” cannot be read. Write it like case = 50; master case = 5.',
  },
  'imports.reference_unknown': {
    status: 422,
    zh: '“{column}”的“{value}”不存在，请先导入。',
    en: '“{value}” in “{column}” does not exist. Import it first.',
  },
  'imports.phone_invalid': {
    status: 422,
    zh: '“{column}”的值“{value}”不是电话号码，请填成 13900000001 或 +8613900000001 这样。',
    en: '“{value}” in “{column}” is no phone number. Write it with its country, like +8613900000001.',
  },
  'imports.unit_unknown': {
    status: 422,
    zh: '“{column}”写的“{value}”不是现有的单位。请写单位的路径（例如 {example}）、最后一段代码或名称；要新建单位，请管理员在“公司”页建。',
    en: '“{value}” in “{column}” is no unit. Write the path of one (such as {example}), its last code or its name; an administrator adds units on the page “Company”.',
  },
  'imports.unit_unclear': {
    status: 422,
    zh: '“{column}”写的“{value}”有几个单位都符合。请写清路径，例如：{paths}。',
    en: '“{value}” in “{column}” fits several units. Write the path: {paths}.',
  },
  'imports.batch_missing': {
    status: 422,
    zh: '没有写“{column}”，而订货日历里没有每天的批次。请在文件里加上这一列，每行填“日历”里有的一个批次：{known}。',
    en: '“{column}” is not there, and the order plan has no daily batch. Add the column to the file with one of the calendar’s batches in each row: {known}.',
  },
  'imports.cycle_unknown': {
    status: 422,
    zh: '“{column}”的“{value}”不是订货周期。请填“日历”页上有的周期，写成 {example} 这样；点开一个周期就能看到它的编号。',
    en: '“{value}” in “{column}” is no order cycle. Name one of the calendar, written like {example}; opening a cycle there shows its id.',
  },
  'imports.key_repeated': {
    status: 422,
    zh: '“{key}”在第 {firstRow} 行已有，一份文件里只能出现一次。',
    en: '“{key}” stands in row {firstRow} already. It may stand once in a file.',
  },
  'imports.draft_open': {
    status: 409,
    zh: '有 {by} 改过、还没发布的内容，导入会把它一起发布。请先在“价格”页发布，或改回已发布的内容，再导入这一行。',
    en: 'It has changes by {by} that are not published, and the file would publish them along. Publish them on the prices page, or put them back, then import this row again.',
  },
  'imports.changed_since_preview': {
    status: 409,
    zh: '预览之后这条记录变过，没有改动它。请再导入一次，看清楚再确认。',
    en: 'This record changed since the preview, so it was left alone. Import the row again and look at it first.',
  },
  'imports.document_split': {
    status: 422,
    zh: '单据 {key} 在第 {firstRow} 行开始、中间隔了别的单据。同一单据的行要放在一起。',
    en: 'Document {key} begins in row {firstRow}, with others between. Put its rows together.',
  },
  'imports.document_refused': {
    status: 422,
    zh: '同一单据 {key} 的第 {firstRow} 行有错，整张单据没有导入。',
    en: 'Row {firstRow} of the same document {key} is refused, so the whole document stays out.',
  },
  'imports.document_uneven': {
    status: 422,
    zh: '单据 {key} 的行在“{column}”上不一致，一张单据只能有一个。',
    en: 'The rows of document {key} differ in “{column}”. A document has one.',
  },
  'imports.document_too_long': {
    status: 422,
    zh: '单据 {key} 超过 {most} 行，请分成几张。',
    en: 'Document {key} has more than {most} rows. Split it.',
  },
  'imports.moment_ignored': {
    status: 422,
    zh: '同一单据有不同的时间，按第一行的时间。',
    en: 'The document has several times; that of its first row counts.',
  },
  'imports.product_created': {
    status: 422,
    zh: '商品 {value} 不在目录里，作为已停售的商品建立。',
    en: 'Product {value} is not in the catalogue and is kept as an ended one.',
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>
