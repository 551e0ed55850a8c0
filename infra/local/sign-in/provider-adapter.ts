// Keeps everything that oidc-provider remembers in the local table, so that several processes share it.
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider'
import type { LocalItem, LocalTable } from '../local-table.ts'

/** A maker of adapters, one a model; expiry is the table's. */
export function adapterOn(table: LocalTable, now: () => number): (model: string) => Adapter {
  return (model) => {
    const pkOf = (id: string) => `oidc#${model}#${id}`
    const find = async (id: string) => payloadOf(await table.get(pkOf(id), 'payload'))
    return {
      find,
      async upsert(id, payload, expiresIn) {
        const expires = expiresIn === undefined ? undefined : Math.floor(now() / 1000) + expiresIn
        const uses = payload.consumed ? 1 : 0
        await table.put({ pk: pkOf(id), sk: 'payload', payload: JSON.stringify(payload), uses, expires })
        if (model === 'Session' && payload.uid) {
          await table.put({ pk: `oidc-uid#${payload.uid}`, sk: 'session', id, expires })
        }
        if (payload.grantId && model !== 'Session' && model !== 'Interaction') {
          await table.put({
            pk: `oidc-grant#${payload.grantId}`,
            sk: `${model}#${id}`,
            of: pkOf(id),
            expires,
          })
        }
      },
      async findByUid(uid) {
        const pointer = await table.get(`oidc-uid#${uid}`, 'session')
        return typeof pointer?.id === 'string' ? find(pointer.id) : undefined
      },
      findByUserCode: async () => undefined,
      async consume(id) {
        // Of two that redeem at once only one may succeed, in whichever process they run.
        if (!(await table.countUp(pkOf(id), 'payload', 'uses', 1)))
          throw new errors.InvalidGrant('already used')
      },
      async destroy(id) {
        await table.take(pkOf(id), 'payload')
      },
      async revokeByGrantId(grantId) {
        for (const member of await table.query(`oidc-grant#${grantId}`)) {
          await table.take(String(member.of), 'payload')
          await table.take(member.pk, member.sk)
        }
      },
    }
  }
}

function payloadOf(item: LocalItem | undefined): AdapterPayload | undefined {
  if (typeof item?.payload !== 'string') return undefined
  const payload: AdapterPayload = JSON.parse(item.payload)
  return item.uses === 1 ? { ...payload, consumed: payload.consumed ?? true } : payload
}
