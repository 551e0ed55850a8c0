/** Problems with the company's own settings, its tree of units, and its beginning. */
export const companyProblems = {
  'accounts.unit_leaving': {
    status: 409,
    zh: '单位 {unit} 正在移除，客户和员工都不能放进来。请选别的单位；如果移除没有完成，十分钟后就可以放进来，管理员在“公司”里再保存一次这个单位也行。',
    en: 'Unit {unit} is being removed and takes neither customers nor staff. Choose another unit; if the removal was broken off, it takes them again ten minutes later, or once an administrator saves it under Company.',
  },
  'company.customers_stand': {
    status: 409,
    zh: '已经有客户，价格和余额都按现在的{field}记账，所以不能改{field}。',
    en: 'There are customers already, and their prices and balances count in the present {field}, so it stays.',
  },
  'company.zone_of_portal': {
    status: 422,
    zh: '系统按时区 {zone} 运行（TENANT_TIME_ZONE）。请填 {zone}，或先请运维改系统的时区。',
    en: 'The portal runs in the time zone {zone} (TENANT_TIME_ZONE). Enter {zone}, or have the portal changed first.',
  },
  'company.zone_in_plan': {
    status: 409,
    zh: '订货日历已按时区 {zone} 排好，不能再改时区。',
    en: 'The order plan is laid out in the time zone {zone}, so the zone stays.',
  },
  'company.orders_are_open': {
    status: 409,
    zh: '正在订货的周期里已有 {count} 家店下单，{field}不能中途改。最后一个周期在 {closesAt} 截止，之后再改。',
    en: 'Shops that have ordered in the open cycles: {count}. {field} does not change under them. The last of these cycles closes at {closesAt}; change it then.',
  },
  'company.colour_unreadable': {
    status: 422,
    zh: '颜色 {colour} 上的白字看不清（对比度 {contrast}，至少要 4.5）。最接近的可用颜色是 {nearest}。',
    en: 'White text on {colour} cannot be read (contrast {contrast}, at least 4.5 is needed). The nearest that can is {nearest}.',
  },
  'company.unit_taken': {
    status: 409,
    zh: '单位 {unit} 已经有了，请换一个代码。',
    en: 'There is a unit {unit} already. Use another code.',
  },
  'company.unit_without_above': {
    status: 422,
    zh: '上级单位 {above} 不存在，请先建上级单位。',
    en: 'There is no unit {above} to put it under. Add that one first.',
  },
  'company.second_root': {
    status: 422,
    zh: '公司只有一个根单位（{root}），新单位请放在它下面。',
    en: 'A company has one root unit ({root}). Put the new unit under it.',
  },
  'company.unit_too_deep': {
    status: 422,
    zh: '单位最多 {most} 层，请放到更高的单位下面。',
    en: 'Units go {most} levels deep at most. Put it under a higher unit.',
  },
  'company.unit_is_root': {
    status: 409,
    zh: '根单位不能移动或移除，只能改名。',
    en: 'The root unit stays where it is; it can be renamed only.',
  },
  'company.unit_has_units': {
    status: 409,
    zh: '“{unit}”下面还有单位（{count} 个）。请先移走或移除它们；只能移动或移除空的单位。',
    en: 'There are units under “{unit}” ({count}). Move or remove them first; only an empty unit can be moved or removed.',
  },
  'company.unit_has_customers': {
    status: 409,
    zh: '“{unit}”里还有客户。请先在“客户”里把它们放到别的单位；只能移动或移除空的单位。',
    en: '“{unit}” still has customers. Put them in other units under Customers first; only an empty unit can be moved or removed.',
  },
  'company.unit_has_staff': {
    status: 409,
    zh: '还有 {count} 名员工的角色在“{unit}”。请先在“员工”里改他们的单位。',
    en: 'Staff with a role at “{unit}”: {count}. Give them other units under Staff first.',
  },
  'company.has_begun': {
    status: 409,
    zh: '这里已经有公司“{name}”，只能开始一次。以后请用管理员登录，在“公司”和“员工”里修改。',
    en: 'The company “{name}” is here already; a stage begins once. Sign in as its administrator and change it under Company and Staff.',
  },
} as const
